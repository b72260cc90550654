using System.Collections.Generic;

namespace Cofferdam.Policy.Import;

/// <summary>
/// A wall type as workloads: its own, which conflict sets list, and where labels may not share by it one for each label, which inherits its place.
/// </summary>
/// <param name="Name">Name of its own workload.</param>
/// <param name="Original">Its name in the Xen policy.</param>
/// <param name="Seats">Workloads by label of the Xen policy; empty when labels hold the wall's own.</param>
internal sealed record PlannedWall(string Name, string Original, IReadOnlyDictionary<string, string> Seats);
