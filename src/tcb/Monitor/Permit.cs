using System;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Monitor;

/// <summary>
/// The monitor's word that an operation may be done, once. Only a monitor makes one; whoever acts demands it, so acting without asking does
/// not compile. It ends with <see cref="ReferenceMonitor.Commit"/> or <see cref="ReferenceMonitor.Rollback"/>.
/// </summary>
public abstract class Permit
{
    private readonly ReferenceMonitor _issuer;

    private protected Permit(ReferenceMonitor issuer, PermitId id)
    {
        _issuer = issuer;
        Id = id;
    }

    /// <summary>Its id.</summary>
    public PermitId Id { get; }

    /// <summary>True until it is committed or rolled back.</summary>
    public bool IsOutstanding { get; private set; } = true;

    /// <summary>True when an update that is under way takes it back: it can only be rolled back.</summary>
    public bool IsRevoked { get; internal set; }

    /// <summary>The operation that it permits.</summary>
    public abstract Operation Permitted { get; }

    internal void End(ReferenceMonitor monitor)
    {
        if (!ReferenceEquals(monitor, _issuer))
            throw new InvalidOperationException($"permit {Id.Value} was issued by another monitor");
        if (!IsOutstanding)
            throw new InvalidOperationException($"permit {Id.Value} has ended; a permit is good for one use");
        IsOutstanding = false;
    }
}

/// <summary>A permit for one kind of operation.</summary>
/// <typeparam name="TOperation">The kind of operation.</typeparam>
public sealed class Permit<TOperation> : Permit
    where TOperation : Operation
{
    internal Permit(ReferenceMonitor issuer, PermitId id, TOperation operation)
        : base(issuer, id) => Operation = operation;

    /// <summary>The operation with its operands: what may be done is exactly this.</summary>
    public TOperation Operation { get; }

    /// <inheritdoc/>
    public override Operation Permitted => Operation;
}
