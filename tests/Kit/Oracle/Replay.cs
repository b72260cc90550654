using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Section 5 of docs/SEMANTICS.md, step 4: what a new policy would cut, asked of the state taken over into it.</summary>
/// <param name="carried">The state under the new policy, with nothing cut.</param>
/// <param name="left">left(p): types that a permit may still leave under the former policy.</param>
/// <param name="now">The time.</param>
internal sealed class Replay(OracleState carried, Func<OraclePermit, IReadOnlyList<string>> left, ulong now)
{
    private readonly List<string> _left = [];
    private readonly ImmutableHashSet<string> _fixed = UpdateChecks.Fixed(carried);
    private readonly List<OracleDomain> _keptDomains = [];
    private readonly List<OracleAttachment> _keptAttachments = [];
    private readonly List<OracleBreak> _breaks = [];

    public ImmutableArray<OracleBreak> Run()
    {
        foreach (var domain in InStartOrder())
            Replayed(domain);
        foreach (var attachment in _keptDomains.SelectMany(domain => carried.AttachmentsOf(domain.Id)))
            Replayed(attachment);
        foreach (var attachment in InStartOrder().Where(domain => !IsKept(domain.Id)).SelectMany(domain => carried.AttachmentsOf(domain.Id)))
            ReplayedWithoutDomain(attachment);
        foreach (var channel in carried.Channels.OrderBy(channel => channel.Id))
            Replayed(channel);
        foreach (var permit in carried.Permits.Values)
            Replayed(permit);
        return [.. _breaks];
    }

    private IEnumerable<OracleDomain> InStartOrder()
    {
        var started = carried.Live.Where(domain => carried.PhaseOf(domain.Id) != Phase.Starting).OrderBy(domain => domain.StartOrder);
        var starting = carried.Live.Where(domain => carried.PhaseOf(domain.Id) == Phase.Starting).OrderBy(domain => domain.Id);
        return started.Concat(starting);
    }

    private Presence Present() => Presence.Of(
        _keptDomains.SelectMany(domain => carried.Rules.TypesOf(domain.Label)),
        _fixed.Concat(_left).Concat(_keptAttachments.Select(attachment => carried.Resources[attachment.Resource])
            .Where(resource => resource.IsStore)
            .SelectMany(resource => carried.Rules.TypesOf(resource.Label))));

    private void Replayed(OracleDomain domain)
    {
        var permit = PermitFor(o => Reserved.Start(o, carried) == domain.Id);
        var refusal = Standing.Refusal(carried, domain, now, Present()) ?? LeftRefusal(permit);
        if (refusal is null)
            _keptDomains.Add(domain);
        else
            _breaks.Add(new(OracleBreakKind.Domain, domain.Id, 0, refusal, permit));
    }

    private void Replayed(OracleAttachment attachment)
    {
        var permit = PermitFor(o => Reserved.Attachment(o) == attachment);
        var refusal = Standing.OfAttachment(carried, attachment, Present()).Refusal ?? LeftRefusal(permit);
        if (refusal is null)
            _keptAttachments.Add(attachment);
        else
            _breaks.Add(new(OracleBreakKind.Attachment, attachment.Domain, attachment.Resource, refusal, permit));
    }

    /// <summary>Asks for what a permit may still leave, and counts it when it is kept.</summary>
    private string? LeftRefusal(int? permit)
    {
        if (permit is not { } number)
            return null;
        var types = left(carried.Permits[number]);
        var refusal = carried.Rules.WallHistory(types, Present());
        if (refusal is null)
            _left.AddRange(types);
        return refusal;
    }

    /// <summary>What stays attached to a domain that stops must fit the wall all the same; what is being attached goes with its permit.</summary>
    private void ReplayedWithoutDomain(OracleAttachment attachment)
    {
        var resource = carried.Resources[attachment.Resource];
        if (!resource.IsStore || !carried.CommittedAttachments.Contains(attachment))
            return;
        if (carried.Rules.WallHistory(carried.Rules.TypesOf(resource.Label), Present()) is { } refusal)
            _breaks.Add(new(OracleBreakKind.Attachment, attachment.Domain, attachment.Resource, refusal, null));
        else
            _keptAttachments.Add(attachment);
    }

    private void Replayed(OracleChannel channel)
    {
        var refusal = IsKept(channel.Initiator) && IsKept(channel.Target) ? ChannelChecks.Reach(carried, channel).Refusal : "owner";
        if (refusal is not null)
            _breaks.Add(new(OracleBreakKind.Channel, channel.Id, 0, refusal, PermitFor(o => OpensOrCloses(o, channel))));
    }

    private static bool OpensOrCloses(Operation operation, OracleChannel channel) =>
        Reserved.Channel(operation) == channel || (operation is CloseChannel close && close.Channel.Value == channel.Id);

    private void Replayed(OraclePermit permit)
    {
        // What a permit reserved is in the list already, with the permit.
        if (_breaks.Any(item => item.Permit == permit.Number))
            return;
        var refusal = HoldsStopped(permit) || HoldsAloneWithBrokenAttachment(permit) || ForwardsThroughBroken(permit) ? "owner" : permit.Operation switch
        {
            DumpDomain dump => DomainChecks.DumpDecision(carried, dump),
            ForwardFrame frame => ChannelChecks.ForwardDecision(carried, frame),
            _ => null,
        };
        refusal ??= LeftRefusal(permit.Number);
        if (refusal is not null)
            _breaks.Add(new(OracleBreakKind.Permit, 0, 0, refusal, permit.Number));
    }

    private bool HoldsStopped(OraclePermit permit) => Reserved.Holds(permit.Operation, carried)
        .Any(hold => hold.IsDomain && carried.IsLive(hold.Id) && !IsKept(hold.Id));

    private bool HoldsAloneWithBrokenAttachment(OraclePermit permit) => Reserved.Holds(permit.Operation, carried)
        .Any(hold => hold.IsDomain && hold.IsExclusive && _breaks.Any(item => item.Kind == OracleBreakKind.Attachment && item.Id == hold.Id));

    private bool ForwardsThroughBroken(OraclePermit permit) => permit.Operation is ForwardFrame frame && _breaks.Any(item =>
        item.Kind == OracleBreakKind.Attachment && item.Resource == frame.Network.Value && (item.Id == frame.From.Value || item.Id == frame.To.Value));

    private bool IsKept(ulong domain) => _keptDomains.Any(kept => kept.Id == domain);

    private int? PermitFor(System.Func<Operation, bool> reserves) =>
        carried.Permits.Values.FirstOrDefault(permit => reserves(permit.Operation))?.Number;
}
