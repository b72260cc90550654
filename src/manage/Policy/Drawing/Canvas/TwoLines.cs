namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>Breaks a name into two lines where it does not fit on one.</summary>
internal static class TwoLines
{
    public static (string First, string Second) Of(string name, double room, TextStyle style)
    {
        if (TextWidth.Of(name, style) <= room)
            return (name, "");
        var at = BreakOf(name, room, style);
        return at > 0
            ? (name[..at], TextWidth.FitName(name[at..], room, style))
            : (TextWidth.FitName(name, room, style), "");
    }

    /// <summary>After the last dot or dash before which all fits on the first line; 0 when there is none.</summary>
    private static int BreakOf(string name, double room, TextStyle style)
    {
        for (var at = name.Length - 1; at > 0; at--)
        {
            if (name[at - 1] is '.' or '-' && TextWidth.Of(name[..at], style) <= room)
                return at;
        }
        return 0;
    }
}
