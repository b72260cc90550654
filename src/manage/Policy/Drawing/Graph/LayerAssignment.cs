using System;
using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>
/// Gives each node its layer, from left to right, on the longest path: who opens before who is opened, the source of a one-way channel before
/// its target. Nodes that share stand in one layer. Circles are broken where they close.
/// </summary>
internal sealed class LayerAssignment
{
    private readonly int[] _team;
    private readonly SortedSet<int>[] _next;
    private readonly int[] _state;
    private readonly int[] _layers;

    private LayerAssignment(GraphModel model)
    {
        _team = Teams(model);
        _next = [.. model.Nodes.Select(_ => new SortedSet<int>())];
        _state = new int[model.Nodes.Count];
        _layers = new int[model.Nodes.Count];
        foreach (var link in model.DrawnLinks.Where(link => _team[link.Source] != _team[link.Target]))
            _next[_team[link.Source]].Add(_team[link.Target]);
    }

    /// <summary>The layer of each node.</summary>
    public static int[] Of(GraphModel model)
    {
        var assignment = new LayerAssignment(model);
        var order = assignment.BreakCircles();
        assignment.TakeLongest(order);
        assignment.PullSources();
        return [.. assignment._team.Select(team => assignment._layers[team])];
    }

    /// <summary>For each node the first of those that it shares with, also through others.</summary>
    private static int[] Teams(GraphModel model)
    {
        var team = Enumerable.Range(0, model.Nodes.Count).ToArray();
        foreach (var rail in model.Rails)
        {
            var joined = rail.Members.Select(member => team[member.Node]).ToHashSet();
            var first = joined.Min();
            for (var node = 0; node < team.Length; node++)
            {
                if (joined.Contains(team[node]))
                    team[node] = first;
            }
        }
        return team;
    }

    /// <summary>Turns round every edge that closes a circle; gives the teams, sources first.</summary>
    private List<int> BreakCircles()
    {
        var finished = new List<int>();
        foreach (var team in _team.Distinct().OrderBy(team => _next.Any(next => next.Contains(team))).ThenBy(team => team))
            Visit(team, finished);
        finished.Reverse();
        return finished;
    }

    private void Visit(int team, List<int> finished)
    {
        if (_state[team] != 0)
            return;
        _state[team] = 1;
        foreach (var next in _next[team].ToList())
        {
            if (_state[next] == 1)
                TurnRound(team, next);
            else
                Visit(next, finished);
        }
        _state[team] = 2;
        finished.Add(team);
    }

    private void TurnRound(int from, int to)
    {
        _next[from].Remove(to);
        _next[to].Add(from);
    }

    private void TakeLongest(List<int> order)
    {
        foreach (var team in order)
        {
            foreach (var next in _next[team])
                _layers[next] = Math.Max(_layers[next], _layers[team] + 1);
        }
    }

    /// <summary>What nothing leads to stands right before what it leads to.</summary>
    private void PullSources()
    {
        var led = _next.SelectMany(next => next).ToHashSet();
        foreach (var team in _team.Distinct().Where(team => !led.Contains(team) && _next[team].Count > 0))
            _layers[team] = _next[team].Min(next => _layers[next]) - 1;
    }
}
