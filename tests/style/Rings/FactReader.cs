using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Cofferdam.Tests.Style.Rings;

/// <summary>
/// Reads <see cref="AssemblyFacts"/> from the tables of an assembly: AssemblyRef, MemberRef, ModuleRef, ImplMap, MethodImpl and
/// CustomAttribute.
/// </summary>
internal sealed class FactReader
{
    // Types with such names cannot be written in C#: inline arrays behind spans, and lists behind collection expressions.
    private static readonly string[] CompilersOwn = ["<PrivateImplementationDetails>", "<>z__"];

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly Dictionary<MemberReferenceHandle, string> _code = [];
    private readonly HashSet<MemberReferenceHandle> _generated = [];
    private readonly HashSet<MemberReferenceHandle> _attributes = [];
    private readonly HashSet<MemberReferenceHandle> _implemented = [];

    private FactReader(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
    }

    /// <summary>Reads an assembly.</summary>
    public static AssemblyFacts Read(Stream assembly)
    {
        using var file = new PEReader(assembly);
        return new FactReader(file).Read();
    }

    private AssemblyFacts Read()
    {
        FindCode();
        FindAttributes();
        FindImplementations();
        var references = _metadata.AssemblyReferences.Select(handle => _metadata.GetString(_metadata.GetAssemblyReference(handle).Name));
        return new AssemblyFacts(
            _metadata.GetString(_metadata.GetAssemblyDefinition().Name),
            [.. references],
            [.. _metadata.MemberReferences.Select(Use).OfType<MemberUse>()],
            [.. Imports()],
            IsUnsafe(),
            [.. Friends()]);
    }

    // Where each member reference is used: code of people goes before code that the compiler wrote.
    private void FindCode()
    {
        foreach (var handle in _metadata.MethodDefinitions)
        {
            var method = _metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
                continue;
            var name = NameOf(method);
            var tokens = TokenReader.Read(_file.GetMethodBody(method.RelativeVirtualAddress));
            foreach (var member in tokens.Select(Member).OfType<MemberReferenceHandle>())
            {
                if (!CompilersOwn.Any(prefix => name.StartsWith(prefix)))
                    _code.TryAdd(member, name);
                else
                    _generated.Add(member);
            }
        }
    }

    private MemberReferenceHandle? Member(EntityHandle token) => token.Kind switch
    {
        HandleKind.MemberReference => (MemberReferenceHandle)token,
        HandleKind.MethodSpecification => Member(_metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method),
        _ => null,
    };

    private void FindAttributes()
    {
        foreach (var handle in _metadata.CustomAttributes)
        {
            if (Member(_metadata.GetCustomAttribute(handle).Constructor) is { } constructor)
                _attributes.Add(constructor);
        }
    }

    private void FindImplementations()
    {
        foreach (var type in _metadata.TypeDefinitions)
        {
            foreach (var handle in _metadata.GetTypeDefinition(type).GetMethodImplementations())
            {
                if (Member(_metadata.GetMethodImplementation(handle).MethodDeclaration) is { } declaration)
                    _implemented.Add(declaration);
            }
        }
    }

    private MemberUse? Use(MemberReferenceHandle handle)
    {
        var member = _metadata.GetMemberReference(handle);
        if (Type(member.Parent) is not { } type)
            return null;
        var name = $"{type.Name}::{_metadata.GetString(member.Name)}{Parameters(member)}";
        if (_code.TryGetValue(handle, out var where))
            return new MemberUse(type.Assembly, name, UseKind.Code, where);
        var kind = _attributes.Contains(handle) ? UseKind.Attribute
            : _generated.Contains(handle) ? UseKind.Generated
            : _implemented.Contains(handle) ? UseKind.Implementation
            : UseKind.Code;
        return new MemberUse(type.Assembly, name, kind, "the metadata, outside of any code,");
    }

    private static string Parameters(MemberReference member) => member.GetKind() == MemberReferenceKind.Field
        ? ""
        : $"({string.Join(',', member.DecodeMethodSignature(SignatureText.Instance, null).ParameterTypes)})";

    // The type that has the member, and its assembly; null for types of this assembly.
    private (string Assembly, string Name)? Type(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => Type(_metadata.GetTypeReference((TypeReferenceHandle)parent)),
        HandleKind.TypeSpecification => Type(_metadata.GetTypeSpecification((TypeSpecificationHandle)parent)),
        HandleKind.ModuleReference => ("", _metadata.GetString(_metadata.GetModuleReference((ModuleReferenceHandle)parent).Name)),
        _ => null,
    };

    private (string Assembly, string Name)? Type(TypeReference type)
    {
        var outermost = type;
        while (outermost.ResolutionScope.Kind == HandleKind.TypeReference)
            outermost = _metadata.GetTypeReference((TypeReferenceHandle)outermost.ResolutionScope);
        return outermost.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? (_metadata.GetString(_metadata.GetAssemblyReference((AssemblyReferenceHandle)outermost.ResolutionScope).Name),
                SignatureText.NameOf(_metadata, type))
            : ("", SignatureText.NameOf(_metadata, type));
    }

    // A type specification is an instance of a generic type, or an array of several dimensions, which has members of its own.
    private (string Assembly, string Name)? Type(TypeSpecification type)
    {
        var blob = _metadata.GetBlobReader(type.Signature);
        var code = blob.ReadSignatureTypeCode();
        if (code is SignatureTypeCode.Array or SignatureTypeCode.SZArray)
            return ("", "[,]");
        if (code != SignatureTypeCode.GenericTypeInstance)
            return ("", type.DecodeSignature(SignatureText.Instance, null));
        blob.ReadCompressedInteger();
        return Type(blob.ReadTypeHandle());
    }

    private IEnumerable<string> Imports()
    {
        foreach (var handle in _metadata.MethodDefinitions)
        {
            var method = _metadata.GetMethodDefinition(handle);
            if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
                yield return $"{NameOf(method)} from {_metadata.GetString(_metadata.GetModuleReference(method.GetImport().Module).Name)}";
            else if (method.RelativeVirtualAddress == 0 && !method.Attributes.HasFlag(MethodAttributes.Abstract) && !IsDelegate(method))
                yield return $"{NameOf(method)}, which has no body";
        }
        for (var row = 1; row <= _metadata.GetTableRowCount(TableIndex.ModuleRef); row++)
        {
            var module = MetadataTokens.ModuleReferenceHandle(row);
            yield return $"module {_metadata.GetString(_metadata.GetModuleReference(module).Name)}";
        }
    }

    private bool IsDelegate(MethodDefinition method) =>
        Type(_metadata.GetTypeDefinition(method.GetDeclaringType()).BaseType) is { Name: "System.MulticastDelegate" };

    // The compiler marks the module when unsafe code is allowed.
    private bool IsUnsafe() => _metadata.GetCustomAttributes(EntityHandle.ModuleDefinition)
        .Concat(_metadata.GetAssemblyDefinition().GetCustomAttributes())
        .Any(handle => AttributeName(handle) == "System.Security.UnverifiableCodeAttribute");

    private IEnumerable<string> Friends() =>
        from handle in _metadata.GetAssemblyDefinition().GetCustomAttributes()
        where AttributeName(handle) == "System.Runtime.CompilerServices.InternalsVisibleToAttribute"
        let value = _metadata.GetBlobReader(_metadata.GetCustomAttribute(handle).Value)
        select FirstText(value);

    // The blob of an attribute begins with a two-byte prolog; the first argument of this one is a string.
    private static string FirstText(BlobReader value)
    {
        value.ReadUInt16();
        return value.ReadSerializedString() ?? "";
    }

    private string? AttributeName(CustomAttributeHandle handle) =>
        Member(_metadata.GetCustomAttribute(handle).Constructor) is { } constructor
            ? Type(_metadata.GetMemberReference(constructor).Parent)?.Name
            : null;

    private string NameOf(MethodDefinition method) =>
        $"{SignatureText.NameOf(_metadata, _metadata.GetTypeDefinition(method.GetDeclaringType()))}::{_metadata.GetString(method.Name)}";
}
