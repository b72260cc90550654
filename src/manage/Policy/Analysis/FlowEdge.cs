using System.Collections.Generic;
using Cofferdam.Monitor.Decisions;

namespace Cofferdam.Policy.Analysis;

/// <summary>Information may move directly from one label to another.</summary>
/// <param name="From">Index of the source label.</param>
/// <param name="To">Index of the target label.</param>
/// <param name="Decision">What grants it: sharing or a channel.</param>
public sealed record FlowEdge(int From, int To, Decision Decision);

/// <summary>A way of information from one label to another.</summary>
/// <param name="Edges">The steps.</param>
/// <param name="PassesGuard">True when a label on the way, not at its ends, has a range of levels: a trusted guard decides what passes.</param>
public sealed record FlowPath(IReadOnlyList<FlowEdge> Edges, bool PassesGuard);
