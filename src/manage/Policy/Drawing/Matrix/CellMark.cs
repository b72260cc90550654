using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>One thing that is allowed between the label of a row and that of a column.</summary>
/// <param name="Kind">None for sharing, else the kind of the channel.</param>
/// <param name="Port">The vsock port, or 0.</param>
/// <param name="Flows">Where information may move: Out is from row to column.</param>
/// <param name="IsAnswer">True when only the column may open it; the row answers.</param>
/// <param name="Channel">Name of the channel; empty for sharing.</param>
internal sealed record CellMark(AccessKind Kind, uint Port, Flows Flows, bool IsAnswer, string Channel)
{
    public bool IsShare => Kind == AccessKind.None;

    /// <summary>Kind and port.</summary>
    public string Text => KindName.Of(Kind, Port);
}
