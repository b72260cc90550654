namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>Colours of the pictures. Each that text has reads on each that is under it (WCAG AA), which a test holds.</summary>
internal static class Palette
{
    public const string Paper = "#ffffff";
    public const string Ink = "#1b1f24";
    public const string Muted = "#57606a";
    public const string Grid = "#d0d7de";
    public const string Band = "#f6f8fa";
    public const string Self = "#eceff2";

    public const string Share = "#14532d";
    public const string ShareLine = "#1e7d32";
    public const string ShareTint = "#dff3e3";

    public const string Channel = "#123f80";
    public const string ChannelLine = "#1f5fbf";
    public const string ChannelTint = "#e1ecfb";

    public const string Wall = "#b3261e";
    public const string WallTint = "#fdecea";

    public const string Through = "#00606a";
    public const string ThroughTint = "#e0f3f4";

    public const string Guard = "#7a4d00";
    public const string GuardTint = "#fff4d6";
}
