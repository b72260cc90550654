using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Checking;

/// <summary>Checks conflict sets, and that no label holds two types that one keeps apart.</summary>
internal sealed class WallChecker
{
    private readonly PolicyScope _scope;
    private readonly NameChecker _names;
    private readonly DiagnosticBag _diagnostics;

    public WallChecker(PolicyScope scope, NameChecker names, DiagnosticBag diagnostics)
    {
        _scope = scope;
        _names = names;
        _diagnostics = diagnostics;
    }

    public void Check()
    {
        foreach (var conflict in _scope.Policy.Conflicts)
            CheckSet(conflict);
        foreach (var label in _scope.Policy.Labels.Where(label => label.Types.Count > 1))
            CheckLabel(label);
    }

    private void CheckSet(ConflictModel conflict)
    {
        _names.CheckTypes(conflict.Of, $"conflicts.{conflict.Name}");
        var members = conflict.Of.Select(member => member.Text).Where(_scope.HasType).Distinct(StringComparer.Ordinal).ToList();
        if (members.Count < 2 || members.Count < conflict.Of.Count || members.Any(member => members.Any(other => !_scope.AreKin(member, other))))
            return;
        _diagnostics.Add(
            DiagnosticCode.SmallConflict,
            conflict.Name.At,
            $"conflicts.{conflict.Name} keeps nothing apart: {string.Join(" and ", members)} inherit from each other",
            DiagnosticCode.SmallConflict.Help());
    }

    /// <summary>A label of two conflicting types would escape its set.</summary>
    private void CheckLabel(LabelModel label)
    {
        var types = _scope.TypesOf(label);
        foreach (var conflict in _scope.Policy.Conflicts.TakeWhile(_ => !_diagnostics.IsFull))
        {
            var seats = types.Select(type => (Type: type, Position: _scope.PositionOf(type, conflict))).Where(seat => seat.Position is not null).ToList();
            if (FirstRivals(seats) is not var (one, other))
                continue;
            var at = label.Types.FirstOrDefault(type => type.Text == other, label.Name).At;
            _diagnostics.Add(
                DiagnosticCode.ConflictingTypes,
                at,
                $"label {label.Name} holds {one} and {other}, which conflicts.{conflict.Name} keeps apart",
                DiagnosticCode.ConflictingTypes.Help());
        }
    }

    private (string One, string Other)? FirstRivals(List<(string Type, string? Position)> seats)
    {
        for (var i = 1; i < seats.Count; i++)
        {
            var rival = seats.Take(i).FirstOrDefault(before => !_scope.AreKin(before.Position!, seats[i].Position!));
            if (rival.Type is not null)
                return (rival.Type, seats[i].Type);
        }
        return null;
    }
}
