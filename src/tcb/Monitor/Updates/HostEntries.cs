using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Updates;

/// <summary>Finds a host's entry in a policy.</summary>
internal static class HostEntries
{
    /// <summary>Index of the host's own entry, else of the default entry, else -1.</summary>
    public static int Find(CompiledPolicy policy, StableKey host)
    {
        var found = -1;
        for (var i = 0; i < policy.Hosts.Length; i++)
        {
            if (policy.Hosts[i].Key == host)
                return i;
            if (policy.Hosts[i].Key.IsZero)
                found = i;
        }
        return found;
    }
}
