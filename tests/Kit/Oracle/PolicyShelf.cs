using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Policies as the oracle and the monitor take them: what they say, and the image of the same.</summary>
/// <param name="misread">How an oracle misreads them that is wrong on purpose, to see that the harness finds out; null for one that is right.</param>
public sealed class PolicyShelf(Func<PolicyContent, PolicyContent>? misread = null)
{
    private readonly ConcurrentDictionary<Digest, OraclePolicy> _policies = new();

    /// <summary>Compiles and signs a policy, and remembers what the image says.</summary>
    public CompiledPolicy Add(PolicyContent content, ECDsa officer)
    {
        var bytes = PolicyImageWriter.Write(content);
        PolicySignature.Sign(bytes, officer);
        var image = CompiledPolicy.Open(bytes, out var error)
            ?? throw new InvalidOperationException($"the image of {content.Name} is not valid: {error}");
        _policies[image.Digest] = new OraclePolicy(misread is null ? content : misread(content), image.Digest);
        return image;
    }

    /// <summary>What the image of this digest says.</summary>
    public OraclePolicy this[Digest digest] => _policies[digest];
}
