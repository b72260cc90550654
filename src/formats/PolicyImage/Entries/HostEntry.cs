namespace Cofferdam.PolicyImage.Entries;

/// <summary>A host.</summary>
/// <param name="Key">Its stable key; zero for the default entry.</param>
/// <param name="Rack">Key of its rack, zero for none.</param>
/// <param name="Zone">Key of its zone, zero for none.</param>
/// <param name="AttestationRequired">True when a machine starts only under a valid ticket.</param>
public readonly record struct HostEntry(StableKey Key, StableKey Rack, StableKey Zone, bool AttestationRequired);
