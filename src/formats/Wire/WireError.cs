namespace Cofferdam.Wire;

/// <summary>What stopped a reader, where. The default value means no error.</summary>
/// <param name="Code">The reason.</param>
/// <param name="Offset">Byte offset in the input at which the reader stopped.</param>
/// <param name="What">The name of the field or section, and what would be right.</param>
public readonly record struct WireError(WireErrorCode Code, long Offset, string What)
{
    /// <summary>True when something is wrong.</summary>
    public bool IsError => Code != WireErrorCode.None;

    /// <summary>One line for people: offset, reason, field.</summary>
    public override string ToString() => IsError ? $"offset {Offset}: {Code}: {What}" : "ok";
}
