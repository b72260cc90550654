using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Yaml;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>What is allowed between labels, row by column, as the monitor decides; and for each channel the side that answers.</summary>
internal sealed class AccessTable
{
    private readonly Dictionary<(int Row, int Column), List<CellMark>> _cells = [];

    private AccessTable(DrawnPolicy policy)
    {
        foreach (var cell in AccessMatrix.Of(policy.Policy.Compiled))
            AddOwn(policy, cell);
        foreach (var ((row, column), marks) in _cells.ToList())
            AddAnswers(row, column, marks);
    }

    public static AccessTable Of(DrawnPolicy policy) => new(policy);

    /// <summary>What is allowed in a cell.</summary>
    public IReadOnlyList<CellMark> this[int row, int column] => _cells.TryGetValue((row, column), out var marks) ? marks : [];

    /// <summary>Cells of different labels in which something is allowed.</summary>
    public IEnumerable<(int Row, int Column)> Used => _cells.Keys.Where(cell => cell.Row != cell.Column);

    private void AddOwn(DrawnPolicy policy, AccessCell cell)
    {
        var kind = KindOf(cell.Kind);
        var channel = kind == AccessKind.None ? "" : Printable.Of(policy.Policy.Names.Channel(cell.Rule.Item));
        At(policy.PlaceOf[cell.Subject], policy.PlaceOf[cell.Other]).Add(new CellMark(kind, cell.Port, cell.Flows, false, channel));
    }

    private static AccessKind KindOf(string name) => name switch
    {
        "vsock" => AccessKind.Vsock,
        "memory" => AccessKind.Memory,
        "volume" => AccessKind.Volume,
        _ => AccessKind.None,
    };

    private void AddAnswers(int row, int column, List<CellMark> marks)
    {
        foreach (var mark in marks.Where(mark => !mark.IsShare && !mark.IsAnswer).ToList())
        {
            var answers = At(column, row);
            if (!answers.Exists(other => other.Kind == mark.Kind && other.Port == mark.Port && !other.IsAnswer))
                answers.Add(mark with { IsAnswer = true, Flows = mark.Flows.Reversed() });
        }
    }

    private List<CellMark> At(int row, int column)
    {
        if (!_cells.TryGetValue((row, column), out var marks))
            _cells.Add((row, column), marks = []);
        return marks;
    }
}
