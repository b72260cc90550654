using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Import;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Policies;
using Xunit;

namespace Cofferdam.Tests.Policy.Import;

/// <summary>A host's reference monitor under an imported policy, spoken to with the names of the Xen policy. A key of the tests may sign all specs.</summary>
internal sealed class ImportedHost
{
    private readonly Dictionary<(ImportedKind, string), string> _names;
    private readonly CompiledPolicy _policy;
    private readonly ReferenceMonitor _monitor;
    private ulong _lastId;

    public ImportedHost(ImportedPolicy imported)
    {
        _names = imported.Names
            .Where(name => name.Kind is ImportedKind.MachineLabel or ImportedKind.ResourceLabel)
            .ToDictionary(name => (name.Kind, name.Original), name => name.Name);
        Checked = Check(imported.Text);
        _policy = Signed(Checked.Content);
        _monitor = new ReferenceMonitor(State.Initial(StableKey.Of(KeyKind.Host, "any"), Key));
        Do(new LoadPolicy(_policy, UpdateMode.Refuse, 0));
    }

    /// <summary>The imported policy.</summary>
    public CheckedPolicy Checked { get; }

    private static Digest Key => TestKeys.OfficerId(0);

    /// <summary>Starts a machine with a label, if that may be.</summary>
    public DomainId? Start(string label)
    {
        var id = new DomainId(++_lastId);
        Do(new CreateDomain(id, LabelKey(ImportedKind.MachineLabel, label), Key, []));
        if (_monitor.Prepare(new StartDomain(id, 0)).Permit is not { } permit)
            return null;
        _monitor.Commit(permit);
        return id;
    }

    /// <summary>Stops a machine.</summary>
    public void Stop(DomainId machine) => Do(new StopDomain(machine));

    /// <summary>True when machines with two labels share.</summary>
    public bool Share(string label, string other)
    {
        var (subject, target) = (Index(ImportedKind.MachineLabel, label), Index(ImportedKind.MachineLabel, other));
        return Reach.Decide(_policy, subject, target, AccessKind.None, 0, Flows.Both).IsAllowed;
    }

    /// <summary>True when a machine with a label may write a volume with another.</summary>
    public bool Use(string machine, string resource)
    {
        var (domain, volume) = (new DomainId(++_lastId), new ResourceId(++_lastId));
        Do(new CreateDomain(domain, LabelKey(ImportedKind.MachineLabel, machine), Key, []));
        Do(new CreateResource(volume, ResourceKind.Volume, LabelKey(ImportedKind.ResourceLabel, resource), Key, false, default));
        return _monitor.Decide(new AttachVolume(domain, volume, Writable: true)).IsAllowed;
    }

    private void Do<T>(T operation)
        where T : Operation => _monitor.Commit(_monitor.Prepare(operation).Permit!);

    private StableKey LabelKey(ImportedKind kind, string original) => StableKey.Of(KeyKind.Label, _names[(kind, original)]);

    private Label Index(ImportedKind kind, string original) => Label.At(_policy.FindLabel(LabelKey(kind, original)));

    private static CheckedPolicy Check(string text)
    {
        var diagnostics = new DiagnosticBag();
        var policy = ProjectChecker.Check("coffer.yaml", text, diagnostics);
        Assert.True(policy is not null, $"{Case.Lines(diagnostics)}\n{text}");
        return policy;
    }

    private static CompiledPolicy Signed(PolicyContent content)
    {
        KeyContent[] keys = [new(KeyRole.Officer, Key), .. content.Labels.Select(label => new KeyContent(KeyRole.Spec, Key, label.Name))];
        var image = PolicyImageWriter.Write(content with { Keys = keys });
        PolicySignature.Sign(image, TestKeys.Officers[0]);
        return CompiledPolicy.Open(image, out _)!;
    }
}
