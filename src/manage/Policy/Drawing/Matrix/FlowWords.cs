using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>Says where information moves.</summary>
internal static class FlowWords
{
    /// <summary>An arrow, seen from the left.</summary>
    public static string Arrow(Flows flows) => flows switch
    {
        Flows.Out => "→",
        Flows.In => "←",
        _ => "⇄",
    };

    /// <summary>In words, seen from the first of two.</summary>
    public static string Words(Flows flows) => flows switch
    {
        Flows.Out => "out only",
        Flows.In => "in only",
        _ => "both ways",
    };
}
