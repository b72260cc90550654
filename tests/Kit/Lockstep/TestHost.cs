using System;
using System.Collections.Immutable;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>
/// A host in the words of tests: labels by name, ids as numbers, the rule of a refusal as text. What it does, oracle and monitor do together; a
/// difference between them ends the test.
/// </summary>
public sealed class TestHost
{
    /// <summary>What tests say when an operation is allowed.</summary>
    public const string Allowed = "allowed";

    private readonly PolicyShelf _shelf = new();

    /// <summary>A host under a policy.</summary>
    public TestHost(PolicyBuilder policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Lockstep = LockstepHost.Empty(_shelf, KeyBook.Of(KeyKind.Host, RandomPolicies.ThisHost), TestKeys.OfficerId(0));
        Check(Do(new LoadPolicy(Image(policy.Build()), UpdateMode.Refuse, Now)), "the first policy");
    }

    /// <summary>The time.</summary>
    public ulong Now { get; set; } = 1000;

    /// <summary>The pair that it drives.</summary>
    public LockstepHost Lockstep { get; }

    /// <summary>The oracle's state.</summary>
    public OracleState State => Lockstep.Oracle;

    /// <summary>Key of a label.</summary>
    public static StableKey Label(string? name) => KeyBook.OfLabel(name);

    /// <summary>Creates a domain whose spec its label's owner signed.</summary>
    public string Create(ulong id, string? label) =>
        Do(new CreateDomain(new DomainId(id), Label(label), TestKeys.Id(label ?? ""), [TestKeys.Image("micro")]));

    /// <summary>Creates a volume.</summary>
    public string Volume(ulong id, string? label, bool shareable = false) => Resource(id, ResourceKind.Volume, label, shareable);

    /// <summary>Creates a resource.</summary>
    public string Resource(ulong id, ResourceKind kind, string? label, bool shareable = false, ulong boundTo = 0) =>
        Do(new CreateResource(new ResourceId(id), kind, Label(label), TestKeys.Id(label ?? ""), shareable, new DomainId(boundTo)));

    /// <summary>Starts a domain.</summary>
    public string Start(ulong id) => Do(new StartDomain(new DomainId(id), Now));

    /// <summary>Creates and starts a domain; both must be allowed.</summary>
    public TestHost Run(ulong id, string label)
    {
        Check(Create(id, label), $"creating {id}");
        Check(Start(id), $"starting {id}");
        return this;
    }

    /// <summary>Stops a domain.</summary>
    public string Stop(ulong id) => Do(new StopDomain(new DomainId(id)));

    /// <summary>Pauses a domain.</summary>
    public string Pause(ulong id) => Do(new PauseDomain(new DomainId(id)));

    /// <summary>Saves a domain.</summary>
    public string Save(ulong id) => Do(new SaveDomain(new DomainId(id)));

    /// <summary>Resumes a domain.</summary>
    public string Resume(ulong id) => Do(new ResumeDomain(new DomainId(id), Now));

    /// <summary>Gives a domain another label.</summary>
    public string Relabel(ulong id, string label) => Do(new RelabelDomain(new DomainId(id), Label(label), TestKeys.Id(label)));

    /// <summary>Gives a volume another label.</summary>
    public string RelabelVolume(ulong id, string label) => Do(new RelabelResource(new ResourceId(id), Label(label), TestKeys.Id(label)));

    /// <summary>Attaches a volume.</summary>
    public string Attach(ulong domain, ulong volume, bool writable = true) =>
        Do(new AttachVolume(new DomainId(domain), new ResourceId(volume), writable));

    /// <summary>Certifies that a residue is sanitized.</summary>
    public string Sanitize(ResidueKind kind, ulong id) => Do(new CertifySanitized(kind, id));

    /// <summary>Replaces the policy by another one.</summary>
    public string Update(PolicyBuilder next, UpdateMode mode = UpdateMode.Refuse) => Do(Successor(next, mode));

    /// <summary>The operation that replaces the policy by another one.</summary>
    public LoadPolicy Successor(PolicyBuilder next, UpdateMode mode = UpdateMode.Refuse) => new(Image(Next(next)), mode, Now);

    /// <summary>Prepares and, when it is allowed, commits.</summary>
    public string Do(Operation operation)
    {
        var answer = State.Policy is null && operation is not (LoadPolicy or BootHost) ? Answer.No("no-policy") : Checks.Ask(State, operation);
        Lockstep.Do(operation);
        ThrowOnDifference();
        return answer.Refusal ?? Allowed;
    }

    /// <summary>Prepares an operation that must be allowed.</summary>
    public PermitPair Prepare(Operation operation)
    {
        var pair = Lockstep.Prepare(operation);
        ThrowOnDifference();
        return pair ?? throw new InvalidOperationException($"{operation.Kind} is refused by {Checks.Ask(State, operation).Rule}");
    }

    /// <summary>Commits.</summary>
    public void Commit(PermitPair pair)
    {
        Lockstep.Commit(pair);
        ThrowOnDifference();
    }

    /// <summary>Rolls back.</summary>
    public void Rollback(PermitPair pair)
    {
        Lockstep.Rollback(pair);
        ThrowOnDifference();
    }

    /// <summary>What the monitor says, asked without doing it: a dry run.</summary>
    public string Ask(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var decision = operation.Decide(Lockstep.Monitor);
        return decision.IsAllowed ? Allowed : Monitor.Decisions.RuleText.Id(decision.Rule);
    }

    /// <summary>What the monitor's plan says an update would break.</summary>
    public ImmutableArray<Break> Plan(LoadPolicy update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return update.Plan(Lockstep.Monitor).Breaks;
    }

    private PolicyContent Next(PolicyBuilder next) => next.Build().Succeeding(State.Rules.Content, State.Rules.Digest);

    private CompiledPolicy Image(PolicyContent content) => _shelf.Add(content, TestKeys.Officers[0]);

    private void ThrowOnDifference()
    {
        if (Lockstep.Difference is { } difference)
            throw new InvalidOperationException(difference.ToString());
    }

    private static void Check(string answer, string what)
    {
        if (answer != Allowed)
            throw new InvalidOperationException($"{what}: refused by {answer}");
    }
}
