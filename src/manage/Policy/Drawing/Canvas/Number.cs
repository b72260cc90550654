using System;
using System.Globalization;

namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>Writes coordinates: the same everywhere, to a tenth.</summary>
internal static class Number
{
    public static string Of(double value)
    {
        var rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return rounded == 0 ? "0" : rounded.ToString("0.#", CultureInfo.InvariantCulture);
    }
}
