using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Policy.Checking;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Analysis;

/// <summary>Warnings about a policy that is right as it stands: what is of no use, and what leads round a wall.</summary>
public sealed class Lints
{
    private readonly CheckedPolicy _policy;
    private readonly DiagnosticBag _diagnostics;

    private Lints(CheckedPolicy policy, DiagnosticBag diagnostics)
    {
        _policy = policy;
        _diagnostics = diagnostics;
    }

    private PolicyModel Model => _policy.Model.Policy;

    /// <summary>Adds all warnings.</summary>
    public static void Find(CheckedPolicy policy, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var lints = new Lints(policy, diagnostics);
        lints.FindUnusedTypes();
        lints.FindIdleChannels();
        lints.FindOpenWalls();
    }

    /// <summary>A type is used when some host may run it, when another inherits from it, and when volumes of it are read through a channel.</summary>
    private void FindUnusedTypes()
    {
        var used = _policy.Content.Hosts.SelectMany(host => host.Runs).ToHashSet(StringComparer.Ordinal);
        used.UnionWith(_policy.Content.Types.Select(type => type.Parent).OfType<string>());
        var read = _policy.Content.Channels.Where(channel => channel.Kind == AccessKind.Volume).Select(channel => channel.To).ToHashSet(StringComparer.Ordinal);
        used.UnionWith(_policy.Content.Labels.Where(label => read.Contains(label.Name)).SelectMany(label => label.Types));
        foreach (var type in Model.Workloads.Where(type => !used.Contains(type.Name.Text)))
            _diagnostics.Add(
                DiagnosticCode.UnusedType,
                type.Name.At,
                $"no host may run '{type.Name}', no other type inherits from it, and no channel reads its volumes",
                "authorise a host for it under hosts, or remove it");
    }

    /// <summary>Who opens a volume must run; the ends of other channels must run on one host, and no wall may keep them apart there.</summary>
    private void FindIdleChannels()
    {
        var hosts = new HostTable(_policy.Compiled);
        var walls = WallTable.Of(_policy.Compiled, _ => true);
        foreach (var channel in Model.Channels)
        {
            if (Obstacle(channel, hosts, walls) is var (obstacle, help))
                _diagnostics.Add(DiagnosticCode.IdleChannel, channel.Name.At, $"nobody can use channels.{channel.Name}: {obstacle}", help);
        }
    }

    private (string Obstacle, string Help)? Obstacle(ChannelModel channel, HostTable hosts, WallTable walls)
    {
        var (from, to) = (IndexOf(channel.From), IndexOf(channel.To));
        var isVolume = channel.Kind.Text == "volume";
        if (!hosts.MayRunSomewhere(from) || (!isVolume && !hosts.MayRunSomewhere(to)))
            return ($"no host may run {(hosts.MayRunSomewhere(from) ? channel.To : channel.From)}", "authorise a host for it, or remove the channel");
        if (isVolume)
            return null;
        if (!hosts.MayRunTogether(from, to))
            return ($"no host may run both {channel.From} and {channel.To}", "authorise one host for both, or remove the channel");
        return walls.AreApart(from, to)
            ? ($"a conflict set keeps {channel.From} and {channel.To} apart on every host", "remove the channel, or change the conflict set")
            : null;
    }

    /// <summary>Conflicting labels between which information can still move, through no guard.</summary>
    private void FindOpenWalls()
    {
        if (Model.Conflicts.Count == 0 || (Model.Channels.Count == 0 && Model.Labels.Count == 0))
            return;
        var graph = FlowGraph.Of(_policy.Compiled);
        var reached = new Dictionary<int, LabelSet>();
        foreach (var conflict in Model.Conflicts)
        {
            if (OpenPath(conflict, graph, reached) is { } path)
                _diagnostics.Add(
                    DiagnosticCode.OpenWall,
                    conflict.Name.At,
                    $"information can move round conflicts.{conflict.Name}: {PathText.Of(_policy, path)}",
                    DiagnosticCode.OpenWall.Help());
        }
    }

    private FlowPath? OpenPath(ConflictModel conflict, FlowGraph graph, Dictionary<int, LabelSet> reached)
    {
        var key = StableKey.Of(KeyKind.ConflictSet, conflict.Name.Text);
        var wall = WallTable.Of(_policy.Compiled, candidate => candidate.Key == key);
        foreach (var from in wall.Labels)
        {
            if (!reached.TryGetValue(from, out var set))
                reached.Add(from, set = graph.Reach(from, throughGuards: false));
            var to = set.FirstIn(wall.From(from)!);
            if (to >= 0)
                return graph.Path(from, to);
        }
        return null;
    }

    private int IndexOf(Word label) => _policy.Compiled.FindLabel(StableKey.Of(KeyKind.Label, label.Text));
}
