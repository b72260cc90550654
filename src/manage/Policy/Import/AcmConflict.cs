using System.Collections.Generic;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Import;

/// <summary>A conflict set of a Xen policy.</summary>
/// <param name="Name">Its name; empty when it has none.</param>
/// <param name="Types">Its wall types.</param>
internal sealed record AcmConflict(Word Name, IReadOnlyList<Word> Types);
