namespace Cofferdam.Eng.Tables;

/// <summary>A file that comes from a table.</summary>
/// <param name="Path">Where it belongs, from the repository's root, with forward slashes.</param>
/// <param name="Text">Its whole content.</param>
public sealed record GeneratedFile(string Path, string Text);
