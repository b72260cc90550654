namespace Cofferdam.PolicyImage;

/// <summary>Directions as the other side sees them.</summary>
public static class FlowsReversal
{
    /// <summary>Out becomes In and the reverse.</summary>
    public static Flows Reversed(this Flows flows) => (Flows)((((byte)flows & 1) << 1) | ((byte)flows >> 1));
}
