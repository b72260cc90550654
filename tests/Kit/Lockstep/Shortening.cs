using System;
using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>Finds a short way to a difference: leaves out moves as long as something still differs.</summary>
/// <param name="fresh">Makes the host that the moves begin on.</param>
public sealed class Shortening(Func<LockstepHost> fresh)
{
    /// <summary>The difference at the end of a short way.</summary>
    public Difference Shorten(IReadOnlyList<Move> moves)
    {
        var (way, difference) = (moves.ToList(), Replay(moves) ?? throw new ArgumentException("these moves end in no difference", nameof(moves)));
        for (var length = way.Count / 2; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= way.Count;)
            {
                var shorter = way.Take(at).Concat(way.Skip(at + length)).ToList();
                if (Replay(shorter) is { } found)
                    (way, difference) = (shorter, found);
                else
                    at += length;
            }
        }
        return difference;
    }

    private Difference? Replay(IEnumerable<Move> moves)
    {
        var host = fresh();
        foreach (var move in moves)
        {
            if (host.Difference is null)
                Make(host, move);
        }
        return host.Difference;
    }

    private static void Make(LockstepHost host, Move move)
    {
        // The permit of a move that was left out is not there.
        var pair = host.Permits.FirstOrDefault(pair => ReferenceEquals(pair.Operation, move.Operation));
        if (move.Kind == MoveKind.Prepare)
            host.Prepare(move.Operation);
        else if (pair is not null && (move.Kind == MoveKind.Rollback || pair.Permit.IsRevoked))
            host.Rollback(pair);
        else if (pair is not null)
            host.Commit(pair);
    }
}
