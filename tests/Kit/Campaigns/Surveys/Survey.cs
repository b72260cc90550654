using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Campaigns.Surveys;

/// <summary>
/// Asks everything about every pair of labels of one policy: a running domain for each label, and for each label that a resource may carry one of
/// each kind. Answers of oracle and monitor are compared; nothing is done but what sets the stage.
/// </summary>
public sealed class Survey
{
    private const ulong Now = 1;
    private static readonly ResourceKind[] Kinds = [ResourceKind.Volume, ResourceKind.Network, ResourceKind.Device, ResourceKind.Console];

    private readonly ReferenceOracle _oracle;
    private readonly ReferenceMonitor _monitor;
    private readonly List<string> _labels;
    private readonly List<string> _resourceLabels;
    private readonly IReadOnlyList<uint> _ports;

    /// <summary>A survey of a policy.</summary>
    public Survey(PolicyContent content, IReadOnlyList<uint> ports, PolicyShelf? shelf = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        shelf ??= new PolicyShelf();
        _ports = ports;
        var (host, anchor) = (KeyBook.Of(KeyKind.Host, RandomPolicies.ThisHost), TestKeys.OfficerId(0));
        _oracle = ReferenceOracle.Empty(shelf, host, anchor);
        _monitor = new ReferenceMonitor(State.Initial(host, anchor));
        Do(new LoadPolicy(shelf.Add(content, TestKeys.Officers[0]), UpdateMode.Refuse, Now));
        _labels = [.. content.Labels.Select(label => label.Name)];
        _resourceLabels = [.. _labels.Where(_oracle.State.Rules.FitsResource)];
    }

    /// <summary>Answers compared.</summary>
    public int Asked { get; private set; }

    /// <summary>How often each answer was given.</summary>
    public Dictionary<string, int> Answers { get; } = [];

    /// <summary>The first difference, or null.</summary>
    public Difference? Difference { get; private set; }

    /// <summary>Asks.</summary>
    /// <param name="frames">Whether frames are asked about too.</param>
    public Difference? Run(bool frames)
    {
        SetStage();
        foreach (var operation in Channels().Concat(Attachments()).TakeWhile(_ => Difference is null))
            Ask(operation);
        if (frames)
            AskFrames();
        return Difference;
    }

    private static DomainId Domain(int label) => new((ulong)label + 1);

    private ResourceId Resource(int label, ResourceKind kind) => new((ulong)(label + _resourceLabels.Count * Array.IndexOf(Kinds, kind)) + 1);

    private void SetStage()
    {
        for (var i = 0; i < _labels.Count; i++)
        {
            Do(new CreateDomain(Domain(i), KeyBook.OfLabel(_labels[i]), TestKeys.Id(_labels[i]), []));
            Do(new StartDomain(Domain(i), Now));
        }
        foreach (var kind in Kinds)
        {
            for (var i = 0; i < _resourceLabels.Count; i++)
            {
                var (label, shareable) = (_resourceLabels[i], kind == ResourceKind.Volume);
                Do(new CreateResource(Resource(i, kind), kind, KeyBook.OfLabel(label), TestKeys.Id(label), shareable, default));
            }
        }
    }

    private IEnumerable<Operation> Channels() =>
        from x in Enumerable.Range(0, _labels.Count)
        from y in Enumerable.Range(0, _labels.Count)
        from operation in Channels(Domain(x), Domain(y))
        select operation;

    private IEnumerable<Operation> Channels(DomainId x, DomainId y)
    {
        var channel = new ChannelId(1);
        foreach (var port in _ports)
            yield return new OpenConnection(channel, x, y, port);
        for (var flows = Flows.None; flows <= Flows.Both; flows++)
            yield return new OpenWindow(channel, x, y, flows);
    }

    private IEnumerable<Operation> Attachments() =>
        from x in Enumerable.Range(0, _labels.Count)
        from y in Enumerable.Range(0, _resourceLabels.Count)
        from operation in Attachments(Domain(x), y)
        select operation;

    private IEnumerable<Operation> Attachments(DomainId x, int y)
    {
        yield return new AttachVolume(x, Resource(y, ResourceKind.Volume), false);
        yield return new AttachVolume(x, Resource(y, ResourceKind.Volume), true);
        for (var flows = Flows.None; flows <= Flows.Both; flows++)
            yield return new AttachNetwork(x, Resource(y, ResourceKind.Network), flows);
        yield return new AttachDevice(x, Resource(y, ResourceKind.Device));
        yield return new AttachConsole(x, Resource(y, ResourceKind.Console));
        yield return new DumpDomain(x, Resource(y, ResourceKind.Volume));
    }

    /// <summary>Each domain gets the widest port that it may have in each network; then every pair is asked.</summary>
    private void AskFrames()
    {
        var networks = Enumerable.Range(0, _resourceLabels.Count).Select(i => Resource(i, ResourceKind.Network)).ToList();
        foreach (var x in Enumerable.Range(0, _labels.Count).Select(Domain))
        {
            foreach (var network in networks)
                AttachWidest(x, network);
        }
        var frames =
            from x in Enumerable.Range(0, _labels.Count)
            from y in Enumerable.Range(0, _labels.Count)
            from network in networks
            select new ForwardFrame(Domain(x), Domain(y), network);
        foreach (var frame in frames.TakeWhile(_ => Difference is null))
            Ask(frame);
    }

    private void AttachWidest(DomainId domain, ResourceId network)
    {
        foreach (var flows in new[] { Flows.Both, Flows.Out, Flows.In })
        {
            if (Do(new AttachNetwork(domain, network, flows)))
                return;
        }
    }

    private bool Ask(Operation operation)
    {
        Asked++;
        var expected = _oracle.Decide(operation);
        var decision = _monitor.Decide(operation);
        var actual = new Answer(decision.Rule.Id(), decision.IsAllowed);
        Answers[$"{operation.Kind}: {expected}"] = Answers.GetValueOrDefault($"{operation.Kind}: {expected}") + 1;
        if (expected != actual)
        {
            var what = OperationText.Of(operation, _oracle.State);
            Difference ??= new Difference(what, expected.ToString(), actual.ToString(), [_oracle.State.Rules.Content.Name]);
        }
        return expected.IsAllowed && actual.IsAllowed;
    }

    private bool Do(Operation operation)
    {
        if (!Ask(operation))
            return false;
        _oracle.Commit(_oracle.Prepare(operation).Permit!.Value);
        _monitor.Commit(_monitor.Prepare(operation).Permit!);
        return true;
    }
}
