using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Policy.Explaining;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Statements;

/// <summary>Plays a statement, with what is given, to a reference monitor, and gives its answer: the same decisions that hosts enforce.</summary>
public sealed class Scene
{
    private readonly Stage _stage;
    private readonly Dictionary<string, DomainId> _machines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceId> _resources = new(StringComparer.Ordinal);
    private readonly ReferenceMonitor _monitor;
    private ulong _lastId;
    private string _problem = "";
    private Refusal? _refusal;

    private Scene(Stage stage, string host)
    {
        _stage = stage;
        _monitor = stage.Raise(host);
    }

    /// <summary>Puts a statement.</summary>
    /// <param name="stage">The policy, set up.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="given">What is so before.</param>
    public static Answer Play(Stage stage, Statement statement, IEnumerable<Given> given)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(given);
        var facts = given.ToList();
        var answers = HostsOf(stage, statement, out var problem).Select(host => Play(stage, host, statement, facts)).ToList();
        return answers.Count == 0 ? Answer.Impossible(problem) : answers.FirstOrDefault(answer => answer.IsAllowed)
            ?? answers.FirstOrDefault(answer => answer.Refusal?.Operation is Open or Attach) ?? answers[0];
    }

    private static Answer Play(Stage stage, string host, Statement statement, List<Given> given)
    {
        var scene = new Scene(stage, host);
        foreach (var fact in given)
        {
            if (!scene.Establish(fact))
                return Answer.Impossible($"'{StatementText.Of(fact)}' cannot be: {scene._problem}");
        }
        return scene.Put(statement);
    }

    /// <summary>The hosts that are meant: the one named, else the default entry, else the only one; what starts nothing may be on any.</summary>
    private static string[] HostsOf(Stage stage, Statement statement, out string problem)
    {
        var hosts = stage.Source.Model.Policy.Hosts;
        var named = statement switch { StartStatement start => start.Host, ResumeStatement resume => resume.Host, _ => null };
        problem = "";
        if (named is not null)
            return [named];
        if (hosts.Any(host => host.Name.Text == "default"))
            return [""];
        if (hosts.Count == 1 || (hosts.Count > 1 && statement is not (StartStatement or ResumeStatement)))
            return [.. hosts.Select(host => host.Name.Text)];
        problem = hosts.Count == 0 ? "the policy lists no host" : "say on which host: add 'on HOST'";
        return [];
    }

    private Answer Put(Statement statement) => statement switch
    {
        StartStatement start => PutStart(start.Label),
        ResumeStatement resume => PutResume(resume.Label),
        AttachStatement attach => PutAttach(attach),
        ConnectStatement connect => PutChannel(connect.From, connect.To, (from, to) => new OpenConnection(new ChannelId(1), from, to, connect.Port)),
        WindowStatement window => PutChannel(window.From, window.To, (from, to) => new OpenWindow(new ChannelId(1), from, to, FlowsOf(window))),
        FlowStatement flow => FlowQuestion.Ask(_stage.Policy, flow.From, flow.To),
        _ => throw new ArgumentOutOfRangeException(nameof(statement)),
    };

    private static Flows FlowsOf(WindowStatement window) => window.OneWay ? Flows.Out : Flows.Both;

    private Answer PutStart(string label) => Create(label) is { } machine ? Ask(new StartDomain(machine, 0)) : Answer.Impossible(_problem);

    private Answer PutResume(string label)
    {
        var waiting = _monitor.State.Domains.Values.FirstOrDefault(domain => domain.Phase is Phase.Saved or Phase.Paused && domain.Label == LabelNamed(label));
        return waiting is null ? Answer.Impossible($"no machine with label {label} is saved or paused here: say that '{label} is saved' is given") : Ask(
            new ResumeDomain(waiting.Id, 0));
    }

    private Answer PutAttach(AttachStatement attach) =>
        Attaching(attach.Resource, attach.Label, attach.ReadOnly) is { } operation ? Ask(operation) : Answer.Impossible(_problem);

    private Operation? Attaching(string resourceName, string label, bool readOnly)
    {
        var machine = _machines.TryGetValue(label, out var existing) ? existing : Create(label);
        if (machine is not { } domain || Resource(resourceName) is not { } resource)
            return null;
        return _monitor.State.Resources[resource].Kind switch
        {
            ResourceKind.Volume => new AttachVolume(domain, resource, !readOnly),
            ResourceKind.Network => new AttachNetwork(domain, resource, readOnly ? Flows.In : Flows.Both),
            ResourceKind.Device => new AttachDevice(domain, resource),
            _ => new AttachConsole(domain, resource),
        };
    }

    /// <summary>Both ends run on one host, beside what is given; an end that cannot is the answer, for without it there is no channel.</summary>
    private Answer PutChannel(string from, string to, Func<DomainId, DomainId, Open> open)
    {
        if (Running(from) is { } initiator && Running(to, another: from == to) is { } target)
            return Ask(open(initiator, target));
        return _refusal is null ? Answer.Impossible(_problem) : new Answer(_refusal.Decision, _refusal, "");
    }

    private Label LabelNamed(string name) => Label.At(_stage.Policy.FindLabel(StableKey.Of(KeyKind.Label, name)));

    private Answer Ask(Operation operation)
    {
        var decision = _monitor.Decide(operation);
        return new Answer(decision, decision.IsAllowed ? null : _monitor.Prepare(operation).Refusal, "");
    }

    private bool Establish(Given given) => given switch
    {
        MachineGiven machine => Establish(machine),
        AttachedGiven attached => Establish(attached),
        _ => throw new ArgumentOutOfRangeException(nameof(given)),
    };

    private bool Establish(MachineGiven given)
    {
        if (Running(given.Label, another: true) is not { } machine)
            return false;
        return given.State switch
        {
            MachineState.Runs => true,
            MachineState.Paused => Do(new PauseDomain(machine)),
            MachineState.Saved => Do(new SaveDomain(machine)),
            _ => Do(new StopDomain(machine)),
        };
    }

    /// <summary>Attached to write where that is allowed, else to read.</summary>
    private bool Establish(AttachedGiven given)
    {
        var writing = Attaching(given.Resource, given.Label, readOnly: false);
        var operation = writing is not null && !_monitor.Decide(writing).IsAllowed ? Attaching(given.Resource, given.Label, readOnly: true) : writing;
        return operation is not null && Do(operation);
    }

    private DomainId? Running(string label, bool another = false)
    {
        if (!another && _machines.TryGetValue(label, out var existing) && _monitor.State.Domains[existing].Phase == Phase.Running)
            return existing;
        return Create(label) is { } machine && Do(new StartDomain(machine, 0)) ? machine : null;
    }

    private DomainId? Create(string label)
    {
        var id = new DomainId(++_lastId);
        if (!Do(new CreateDomain(id, StableKey.Of(KeyKind.Label, label), _stage.Key, [])))
            return null;
        _stage.Lease(_monitor, label);
        _machines[label] = id;
        return id;
    }

    private ResourceId? Resource(string name)
    {
        if (_resources.TryGetValue(name, out var existing))
            return existing;
        var fixture = _stage.Source.Model.Policy.Fixtures.FirstOrDefault(fixture => fixture.Name.Text == name);
        if (fixture is null)
        {
            _problem = $"there is no fixture '{name}'";
            return null;
        }
        var id = new ResourceId(++_lastId);
        if (!Do(new CreateResource(id, KindOf(fixture.Kind), StableKey.Of(KeyKind.Label, fixture.Label.Text), _stage.Key, false, default)))
            return null;
        _stage.Lease(_monitor, fixture.Label.Text);
        _resources.Add(name, id);
        return id;
    }

    private static ResourceKind KindOf(string kind) => kind switch
    {
        "volume" => ResourceKind.Volume,
        "network" => ResourceKind.Network,
        "device" => ResourceKind.Device,
        _ => ResourceKind.Console,
    };

    private bool Do(Operation operation)
    {
        var outcome = _monitor.Prepare(operation);
        if (outcome.Permit is { } permit)
        {
            _monitor.Commit(permit);
            return true;
        }
        _refusal = outcome.Refusal;
        _problem = $"{RuleName.Of(outcome.Refusal!.Decision, _stage.Source.Names)}: {outcome.Refusal.Rule.Title()}";
        return false;
    }
}
