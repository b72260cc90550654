using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>A channel as people see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">The label that may open it.</param>
/// <param name="To">The label that it leads to.</param>
/// <param name="Kind">vsock, memory or volume.</param>
/// <param name="Port">The vsock port, or 0.</param>
/// <param name="Flows">Where information may move, seen from the one that opens it.</param>
/// <param name="Why">The reason.</param>
internal sealed record DrawnChannel(string Name, Face From, Face To, AccessKind Kind, uint Port, Flows Flows, string Why)
{
    /// <summary>Its kind and port.</summary>
    public string KindText => KindName.Of(Kind, Port);
}
