using System.Reflection.Metadata;

namespace Bimer.Tests.HouseRules.Reading;

/// <summary>Turns metadata handles into dotted names: a namespace, a type or a member all read alike.</summary>
internal static class Tokens
{
    /// <summary>Every name behind a handle: for a call the member (<c>System.Threading.Tasks.Task.Run</c>) and its type arguments.</summary>
    public static IEnumerable<string> Names(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => [TypeNames.Of(reader, (TypeReferenceHandle)handle)],
        HandleKind.TypeDefinition => [TypeNames.Of(reader, (TypeDefinitionHandle)handle)],
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(TypeNames.Provider, null),
        HandleKind.MemberReference => OfMember(reader, reader.GetMemberReference((MemberReferenceHandle)handle)),
        HandleKind.MethodDefinition => [OfMethod(reader, (MethodDefinitionHandle)handle)],
        HandleKind.FieldDefinition => [OfField(reader, (FieldDefinitionHandle)handle)],
        HandleKind.MethodSpecification => OfInstance(reader, reader.GetMethodSpecification((MethodSpecificationHandle)handle)),
        _ => [],
    };

    private static IEnumerable<string> OfMember(MetadataReader reader, MemberReference member)
    {
        var owners = Names(reader, member.Parent).ToList();
        return owners.Take(1).Select(owner => $"{owner}.{reader.GetString(member.Name)}").Concat(owners);
    }

    private static string OfMethod(MetadataReader reader, MethodDefinitionHandle handle)
    {
        var method = reader.GetMethodDefinition(handle);
        return $"{TypeNames.Of(reader, method.GetDeclaringType())}.{reader.GetString(method.Name)}";
    }

    private static string OfField(MetadataReader reader, FieldDefinitionHandle handle)
    {
        var field = reader.GetFieldDefinition(handle);
        return $"{TypeNames.Of(reader, field.GetDeclaringType())}.{reader.GetString(field.Name)}";
    }

    private static IEnumerable<string> OfInstance(MetadataReader reader, MethodSpecification method) =>
        Names(reader, method.Method).Concat(method.DecodeSignature(TypeNames.Provider, null).SelectMany(names => names));
}
