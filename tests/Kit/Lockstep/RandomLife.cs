using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>A random life of one host: a policy, then operations, updates, permits that stay outstanding for a while, and time that passes.</summary>
public sealed class RandomLife
{
    private const int MostPermits = 5;

    private readonly Choices _choices;
    private readonly RandomOperations _operations;
    private readonly RandomUpdates _updates;
    private readonly PolicyShelf _shelf;

    /// <summary>A life that follows these choices.</summary>
    public RandomLife(Choices choices, PolicyScale scale, PolicyShelf? shelf = null)
    {
        _choices = choices;
        _operations = new RandomOperations(choices);
        _updates = new RandomUpdates(choices, scale);
        _shelf = shelf ?? new PolicyShelf();
        Host = Fresh();
    }

    /// <summary>The host.</summary>
    public LockstepHost Host { get; }

    /// <summary>Lives on for so many steps, or until something differs; then says so by a short way to it.</summary>
    public Difference? Run(int steps)
    {
        for (var i = 0; i < steps && Host.Difference is null; i++)
            Step();
        return Host.Difference is null ? null : new Shortening(Fresh).Shorten(Host.Moves);
    }

    /// <summary>One step.</summary>
    public void Step()
    {
        _operations.Now += (ulong)_choices.Below(3);
        if (Host.Permits.Count > 0 && _choices.Chance(Host.Permits.Count >= MostPermits || Host.Oracle.IsUpdating ? 70 : 25))
            EndOne();
        else
            BeginOne();
    }

    private LockstepHost Fresh() => LockstepHost.Empty(_shelf, KeyBook.Of(KeyKind.Host, RandomPolicies.ThisHost), TestKeys.OfficerId(0));

    private void BeginOne()
    {
        var isFirst = Host.Oracle.Policy is null && !_choices.Chance(5);
        var pair = Host.Prepare(isFirst || _choices.Chance(7) ? _updates.Next(Host.Oracle, _operations.Now) : _operations.Next(Host.Oracle));
        if (pair is null)
            return;
        if (isFirst || pair.Operation is BootHost || _choices.Chance(60))
            Host.Commit(pair);
        else if (_choices.Chance(25))
            Host.Rollback(pair);
    }

    private void EndOne()
    {
        var pair = _choices.Pick(Host.Permits);
        if (pair.Permit.IsRevoked || _choices.Chance(25))
            Host.Rollback(pair);
        else
            Host.Commit(pair);
    }
}
