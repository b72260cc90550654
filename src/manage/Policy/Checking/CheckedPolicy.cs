using Cofferdam.Model.Project;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Policy.Checking;

/// <summary>A policy that has been checked and compiled in memory, for questions about it.</summary>
/// <param name="Model">The project.</param>
/// <param name="Scope">Its names.</param>
/// <param name="Content">What it says, resolved.</param>
/// <param name="Image">The unsigned image.</param>
/// <param name="Compiled">The image, read.</param>
/// <param name="Names">Its names and source map, read.</param>
public sealed record CheckedPolicy(
    ProjectModel Model, PolicyScope Scope, PolicyContent Content, byte[] Image, CompiledPolicy Compiled, PolicyNames Names);
