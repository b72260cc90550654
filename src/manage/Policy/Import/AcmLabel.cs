using System.Collections.Generic;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Import;

/// <summary>A label of a Xen policy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Former">Its name in the policy that is replaced, when it was renamed.</param>
/// <param name="Types">The types that it shares by.</param>
/// <param name="WallTypes">Its types in the Chinese Wall; none for a resource.</param>
internal sealed record AcmLabel(Word Name, Word? Former, IReadOnlyList<Word> Types, IReadOnlyList<Word> WallTypes);
