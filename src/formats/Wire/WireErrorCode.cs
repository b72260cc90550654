namespace Cofferdam.Wire;

/// <summary>Why a bounded read stopped.</summary>
public enum WireErrorCode : byte
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>The bytes end before the value does.</summary>
    Truncated,

    /// <summary>Bytes follow where the value should end.</summary>
    Trailing,

    /// <summary>A magic number, version or fixed value is not the expected one.</summary>
    BadMagic,

    /// <summary>A length, count or offset is above its limit or does not add up.</summary>
    OutOfBounds,

    /// <summary>A byte or bit that must be zero is not.</summary>
    Reserved,

    /// <summary>A field has a value that its type does not have.</summary>
    BadValue,

    /// <summary>Entries are not in their one canonical order, or one stands twice.</summary>
    NotCanonical,

    /// <summary>A reference names an entry that does not exist.</summary>
    BadReference,

    /// <summary>Parts of the input contradict each other.</summary>
    Inconsistent,

    /// <summary>A digest does not match the bytes it covers.</summary>
    BadDigest,

    /// <summary>A signature does not verify.</summary>
    BadSignature,
}
