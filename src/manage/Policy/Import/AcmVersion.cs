using System.Globalization;
using System.Linq;

namespace Cofferdam.Policy.Import;

/// <summary>Versions of Xen policies: two numbers of one to eight digits with a dot between them.</summary>
internal static class AcmVersion
{
    private const int Digits = 8;
    private const ulong MinorRoom = 100_000_000;

    /// <summary>The serial number that stands for a version: greater for every later one. It is null when the text is no version.</summary>
    public static ulong? Serial(string version)
    {
        var parts = version.Split('.');
        return parts.Length == 2 && parts.All(IsNumber) ? ulong.Max(1, Number(parts[0]) * MinorRoom + Number(parts[1])) : null;
    }

    private static bool IsNumber(string part) => part.Length is > 0 and <= Digits && part.All(char.IsAsciiDigit);

    private static ulong Number(string part) => ulong.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
}
