using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>A conflict set as people see it.</summary>
/// <param name="Number">Its number in the pictures, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Where">host, rack or zone.</param>
/// <param name="KeepsHistory">True when what machines left counts too.</param>
/// <param name="Why">The reason.</param>
/// <param name="Sides">What it keeps apart.</param>
internal sealed record WallSet(int Number, string Name, string Where, bool KeepsHistory, string Why, IReadOnlyList<WallSide> Sides)
{
    /// <summary>What it forbids.</summary>
    public string Rule
    {
        get
        {
            var place = Where == "host" ? "on one host" : $"in one {Where}";
            return KeepsHistory ? $"never {place}, until what the other left is wiped" : $"never {place} at the same time";
        }
    }

    /// <summary>What it forbids, why, and whom it keeps apart.</summary>
    public string Text => $"{Rule}{(Why.Length > 0 ? $" ({Why})" : "")}: {SidesText}";

    /// <summary>The labels that it keeps apart: sides behind bars.</summary>
    public string SidesText => string.Join(" | ", Sides.Select(side => side.Text));
}
