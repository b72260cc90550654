using System;
using System.Linq;
using Cofferdam.Policy.Checking;

namespace Cofferdam.Coffer.Commands;

/// <summary>Lets people speak of machines: tenant/vm in a statement stands for the label of that machine.</summary>
internal static class MachineNames
{
    public static string ToLabels(CheckedPolicy policy, string statement) =>
        string.Join(' ', statement.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => LabelOf(policy, word)));

    private static string LabelOf(CheckedPolicy policy, string word)
    {
        if (word.Split('/') is not [var tenant, var machine])
            return word;
        var found = policy.Model.Tenants.FirstOrDefault(candidate => candidate.Name.Text == tenant)?.Machines.FirstOrDefault(candidate => candidate.Name.Text == machine);
        return found?.Label.Text ?? word;
    }
}
