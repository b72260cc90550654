namespace Cofferdam.Tests.Style.Rings;

/// <summary>A member of the framework or of a package that an assembly refers to.</summary>
/// <param name="Assembly">The assembly it is in, as the metadata has it.</param>
/// <param name="Member">It, written <c>Type::Member(Types)</c>.</param>
/// <param name="Kind">How it is used.</param>
/// <param name="Where">A method that uses it, or another place.</param>
internal sealed record MemberUse(string Assembly, string Member, UseKind Kind, string Where);
