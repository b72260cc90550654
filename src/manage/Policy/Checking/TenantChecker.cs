using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Checking;

/// <summary>Checks tenants' blocks against the policy and themselves.</summary>
internal sealed class TenantChecker
{
    private readonly PolicyChecker _names;
    private readonly PolicyModel _policy;
    private readonly DiagnosticBag _diagnostics;

    public TenantChecker(PolicyChecker names, PolicyModel policy, DiagnosticBag diagnostics)
    {
        _names = names;
        _policy = policy;
        _diagnostics = diagnostics;
    }

    public void Check(TenantModel tenant)
    {
        var where = $"tenants.{tenant.Name}";
        foreach (var disk in tenant.Disks)
            CheckOwned(disk, $"{where}.disks.{disk.Name}");
        foreach (var network in tenant.Networks)
            CheckOwned(network, $"{where}.networks.{network.Name}");
        foreach (var machine in tenant.Machines)
            CheckMachine(tenant, machine, $"{where}.vms.{machine.Name}");
    }

    private void CheckOwned(OwnedModel owned, string where)
    {
        if (_names.CheckLabelName(owned.Label, where))
            _names.CheckResourceLabel(owned.Label, where);
    }

    private void CheckMachine(TenantModel tenant, MachineModel machine, string where)
    {
        _names.CheckLabelName(machine.Label, where);
        CheckReferences(machine.Disks, tenant.Disks.Select(disk => disk.Name.Text), where, "disk");
        CheckReferences(machine.Networks, tenant.Networks.Select(network => network.Name.Text), where, "network");
        CheckReferences(machine.Channels, _policy.Channels.Select(channel => channel.Name.Text), where, "channel");
        foreach (var used in machine.Channels)
        {
            var channel = _policy.Channels.FirstOrDefault(channel => channel.Name.Text == used.Text);
            if (channel is not null && channel.From.Text != machine.Label.Text && channel.To.Text != machine.Label.Text)
                _diagnostics.Add(DiagnosticCode.Tenant, used.At, $"{where} uses channel {used}, which is between {channel.From} and {channel.To}, not of its label {machine.Label}");
        }
    }

    private void CheckReferences(IEnumerable<Word> used, IEnumerable<string> defined, string where, string what)
    {
        var known = defined.ToHashSet();
        foreach (var word in used.Where(word => !known.Contains(word.Text)))
            _diagnostics.Add(DiagnosticCode.Tenant, word.At, $"{where} names the {what} '{word}', which is not defined");
    }
}
