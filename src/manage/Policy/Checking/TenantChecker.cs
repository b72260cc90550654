using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Checking;

/// <summary>Checks tenants' blocks against the policy and themselves.</summary>
internal sealed class TenantChecker
{
    private readonly NameChecker _names;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, ChannelModel> _channels = new(StringComparer.Ordinal);

    public TenantChecker(NameChecker names, PolicyModel policy, DiagnosticBag diagnostics)
    {
        _names = names;
        _diagnostics = diagnostics;
        foreach (var channel in policy.Channels)
            _channels.TryAdd(channel.Name.Text, channel);
    }

    public void Check(TenantModel tenant)
    {
        var where = $"tenants.{tenant.Name}";
        foreach (var disk in tenant.Disks)
            _names.CheckResource(disk.Label, $"{where}.disks.{disk.Name}");
        foreach (var network in tenant.Networks)
            _names.CheckResource(network.Label, $"{where}.networks.{network.Name}");
        var disks = tenant.Disks.Select(disk => disk.Name.Text).ToHashSet(StringComparer.Ordinal);
        var networks = tenant.Networks.Select(network => network.Name.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var machine in tenant.Machines)
        {
            var place = $"{where}.vms.{machine.Name}";
            var known = _names.CheckLabel(machine.Label, place);
            CheckReferences(machine.Disks, disks.Contains, place, "disk", $"define it under {where}.disks");
            CheckReferences(machine.Networks, networks.Contains, place, "network", $"define it under {where}.networks");
            CheckReferences(machine.Channels, _channels.ContainsKey, place, "channel", "the policy officer defines channels under policy.channels");
            if (known)
                CheckEnds(machine, place);
        }
    }

    private void CheckEnds(MachineModel machine, string where)
    {
        foreach (var used in machine.Channels)
        {
            if (_channels.TryGetValue(used.Text, out var channel) && channel.From.Text != machine.Label.Text && channel.To.Text != machine.Label.Text)
                Error(
                    used,
                    $"{where} uses channel {used}, which leads from {channel.From} to {channel.To}, not to or from its label {machine.Label}",
                    "leave it out, or give the machine the label of an end");
        }
    }

    private void CheckReferences(IEnumerable<Word> used, Func<string, bool> isKnown, string where, string what, string help)
    {
        foreach (var word in used.Where(word => word.Text.Length > 0 && !isKnown(word.Text) && !_diagnostics.HasErrorAt(word.At)))
            Error(word, $"{where} names the {what} '{Printable.Of(word.Text)}', which is not defined", help);
    }

    private void Error(Word at, string message, string help) => _diagnostics.Add(DiagnosticCode.Tenant, at.At, message, help);
}
