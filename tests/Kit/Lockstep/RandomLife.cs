using System;
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
    private readonly Func<LockstepHost> _fresh;

    /// <summary>A life that follows these choices.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="scale">How large its policies become.</param>
    /// <param name="shelf">Where policies are kept; null for a new one.</param>
    /// <param name="slip">What an oracle forgets that is wrong on purpose; null for one that is right.</param>
    public RandomLife(Choices choices, PolicyScale scale, PolicyShelf? shelf = null, Func<OracleState, OracleState>? slip = null)
    {
        _choices = choices;
        _operations = new RandomOperations(choices);
        _updates = new RandomUpdates(choices, scale);
        shelf ??= new PolicyShelf();
        _fresh = () => LockstepHost.Empty(shelf, KeyBook.Of(KeyKind.Host, RandomPolicies.ThisHost), TestKeys.OfficerId(0), slip);
        Host = _fresh();
    }

    /// <summary>The host.</summary>
    public LockstepHost Host { get; }

    /// <summary>The difference that was found, by a short way to it; null for none.</summary>
    public Difference? Explained => Host.Difference is null ? null : new Shortening(_fresh).Shorten(Host.Moves);

    /// <summary>Lives on for so many steps, or until something differs.</summary>
    public Difference? Run(int steps)
    {
        for (var i = 0; i < steps && Host.Difference is null; i++)
            Step();
        return Host.Difference;
    }

    /// <summary>Ends what is outstanding.</summary>
    public void Settle()
    {
        while (Host.Permits.Count > 0 && Host.Difference is null)
            EndOne();
    }

    /// <summary>Some operation, other than an update, that might be asked next.</summary>
    public Operation NextOperation() => _operations.Next(Host.Oracle);

    /// <summary>Some update that might be asked next.</summary>
    public LoadPolicy NextUpdate() => _updates.Next(Host.Oracle, _operations.Now);

    /// <summary>One step.</summary>
    public void Step()
    {
        _operations.Now += (ulong)_choices.Below(3);
        if (Host.Permits.Count > 0 && _choices.Chance(Host.Permits.Count >= MostPermits || Host.Oracle.IsUpdating ? 70 : 25))
            EndOne();
        else
            BeginOne();
    }

    private void BeginOne()
    {
        var isFirst = Host.Oracle.Policy is null && !_choices.Chance(5);
        var pair = Host.Prepare(isFirst || _choices.Chance(7) ? NextUpdate() : NextOperation());
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
