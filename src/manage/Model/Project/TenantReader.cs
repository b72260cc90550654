using System.Linq;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Model.Project;

/// <summary>Reads a tenant's block.</summary>
internal static class TenantReader
{
    public static TenantModel Read((Word Name, YamlMapping Value) entry) => new(entry.Name, entry.Value.Words("owners"))
    {
        Disks = [.. entry.Value["disks"].Records().Select(ReadOwned)],
        Networks = [.. entry.Value["networks"].Records().Select(ReadOwned)],
        Machines = [.. entry.Value["vms"].Records().Select(ReadMachine)],
    };

    private static OwnedModel ReadOwned((Word Name, YamlMapping Value) entry) => new(entry.Name, entry.Value.Needed("label"));

    private static MachineModel ReadMachine((Word Name, YamlMapping Value) entry) => new(
        entry.Name,
        entry.Value.Needed("label"),
        entry.Value.Needed("image"),
        entry.Value.Words("disks"),
        entry.Value.Words("nets"),
        entry.Value.Words("channels"));
}
