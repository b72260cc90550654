using System.Collections.Generic;

namespace Cofferdam.Model.Shapes;

/// <summary>Colours that labels can have: few enough to tell apart, each with a value that reads on white.</summary>
public static class Colors
{
    /// <summary>Names, in the order that labels without a colour take them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["blue", "orange", "green", "purple", "red", "teal", "brown", "gray", "pink", "olive"];

    /// <summary>The value of a colour, #rrggbb; gray for a name that is not listed.</summary>
    public static string Value(string name) => name switch
    {
        "blue" => "#1f5fbf",
        "orange" => "#b85c00",
        "green" => "#1e7d32",
        "purple" => "#7b2fa6",
        "red" => "#b3261e",
        "teal" => "#00707a",
        "brown" => "#6d4c33",
        "pink" => "#b0306e",
        "olive" => "#6b6b00",
        _ => "#5f6368",
    };
}
