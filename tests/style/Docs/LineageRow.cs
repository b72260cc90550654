using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Tests.Style.Docs;

/// <summary>A row of the table in <c>docs/LINEAGE.md</c>.</summary>
/// <param name="Requirement">The requirement's id.</param>
/// <param name="Code">Files or folders that serve it.</param>
/// <param name="Tests">Test classes, or methods written Class.Method, that show it.</param>
internal sealed record LineageRow(string Requirement, IReadOnlyList<string> Code, IReadOnlyList<string> Tests)
{
    /// <summary>The document.</summary>
    public const string File = "docs/LINEAGE.md";

    private const string Later = "not yet";

    /// <summary>All rows.</summary>
    public static IReadOnlyList<LineageRow> All { get; } =
    [
        .. from line in Repository.ReadLines(File)
           where line.StartsWith('|')
           let cells = line.Trim('|').Split('|')
           where cells.Length == 4 && cells[0].Contains('-') && !cells[0].StartsWith("--")
           select new LineageRow(cells[0].Trim(), Names(cells[2]), Names(cells[3])),
    ];

    /// <summary>True when nothing serves it yet.</summary>
    public bool IsLater => Code.Count == 0;

    private static IReadOnlyList<string> Names(string cell) => cell.Trim() == Later
        ? []
        : [.. cell.Split(',').Select(name => name.Trim().Trim('`')).Where(name => name.Length > 0)];
}
