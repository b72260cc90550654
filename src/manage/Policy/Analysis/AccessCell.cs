using Cofferdam.Monitor.Decisions;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Analysis;

/// <summary>One cell of the matrix: what an asking label may do with another.</summary>
/// <param name="Subject">Index of the asking label.</param>
/// <param name="Other">Index of the other label.</param>
/// <param name="Kind">share, vsock, memory or volume.</param>
/// <param name="Port">The vsock port, or 0.</param>
/// <param name="Flows">Where information may move, seen from the asking side.</param>
/// <param name="Rule">The decision that grants it.</param>
public sealed record AccessCell(int Subject, int Other, string Kind, uint Port, Flows Flows, Decision Rule);
