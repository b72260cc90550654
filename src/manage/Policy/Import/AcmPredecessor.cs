using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Import;

/// <summary>The policy that a Xen policy replaces.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
internal sealed record AcmPredecessor(Word Name, Word Version);
