using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Policy.Checking;

namespace Cofferdam.Policy.Analysis;

/// <summary>Warnings about a policy that is right as it stands: what is of no use, and what leads round a wall.</summary>
public static class Lints
{
    /// <summary>Adds all warnings.</summary>
    public static void Find(CheckedPolicy policy, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(diagnostics);
        FindUnusedTypes(policy, diagnostics);
        FindIdleChannels(policy, diagnostics);
        FindOpenWalls(policy, diagnostics);
    }

    /// <summary>A type is used when some host may run it.</summary>
    private static void FindUnusedTypes(CheckedPolicy policy, DiagnosticBag diagnostics)
    {
        var run = policy.Content.Hosts.SelectMany(host => host.Runs).ToHashSet(StringComparer.Ordinal);
        foreach (var type in policy.Model.Policy.Workloads.Where(type => !run.Contains(type.Name.Text)))
            diagnostics.Add(DiagnosticCode.UnusedType, type.Name.At, $"no host may run '{type.Name}'", "authorise a host for it under hosts, or remove it");
    }

    /// <summary>A channel is of use when both ends can run somewhere, the opener as a machine, and no wall keeps them apart on the only hosts there are.</summary>
    private static void FindIdleChannels(CheckedPolicy policy, DiagnosticBag diagnostics)
    {
        foreach (var channel in policy.Model.Policy.Channels)
        {
            var idle = new[] { channel.From, channel.To }.Where(end => !CanRun(policy, end.Text) && !(channel.Kind.Text == "volume" && end == channel.To)).ToList();
            if (idle.Count > 0)
                diagnostics.Add(DiagnosticCode.IdleChannel, channel.Name.At, $"nobody can use channels.{channel.Name}: no host may run {string.Join(" or ", idle)}");
        }
    }

    private static bool CanRun(CheckedPolicy policy, string label)
    {
        var types = policy.Content.Labels.First(candidate => candidate.Name == label).Types;
        return policy.Content.Hosts.Any(host => types.All(host.Runs.Contains));
    }

    /// <summary>Conflicting labels between which information can still move through others, none of them a guard.</summary>
    private static void FindOpenWalls(CheckedPolicy policy, DiagnosticBag diagnostics)
    {
        if (policy.Model.Policy.Conflicts.Count == 0 || policy.Model.Policy.Channels.Count == 0 && policy.Model.Policy.Labels.Count == 0)
            return;
        var graph = FlowGraph.Of(policy.Compiled);
        foreach (var conflict in policy.Model.Policy.Conflicts)
        {
            foreach (var path in OpenPaths(policy, graph, conflict).Take(1))
                diagnostics.Add(DiagnosticCode.OpenWall, conflict.Name.At, $"information can move round conflicts.{conflict.Name}: {PathText.Of(policy, path)}");
        }
    }

    private static IEnumerable<FlowPath> OpenPaths(CheckedPolicy policy, FlowGraph graph, ConflictModel conflict)
    {
        var seated = Seated(policy, conflict);
        foreach (var (from, position) in seated)
        {
            var reached = graph.ReachableFrom(from, throughGuards: false);
            foreach (var (to, _) in seated.Where(other => reached[other.Label] && !policy.Scope.AreKin(position, other.Position)))
            {
                if (graph.Path(from, to) is { PassesGuard: false } path)
                    yield return path;
            }
        }
    }

    private static List<(int Label, string Position)> Seated(CheckedPolicy policy, ConflictModel conflict)
    {
        var seated = new List<(int, string)>();
        for (var label = 0; label < policy.Compiled.LabelCount; label++)
        {
            var model = policy.Scope.FindLabel(policy.Names.Label(label))!;
            foreach (var type in policy.Scope.TypesOf(model))
            {
                if (policy.Scope.PositionOf(type, conflict) is { } position)
                    seated.Add((label, position));
            }
        }
        return seated;
    }
}
