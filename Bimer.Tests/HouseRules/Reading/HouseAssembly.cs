using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Bimer.Tests.HouseRules.Reading;

/// <summary>Reads an assembly of ours as metadata: signatures, attributes and method bodies, so that no use stays unseen inside a body.</summary>
internal sealed class HouseAssembly
{
    public static readonly HouseAssembly Domain = new(typeof(Bimer.Domain.Kernel.Refusal).Assembly);
    public static readonly HouseAssembly Blazor = new(Assembly.Load("Bimer.Blazor"));
    public static readonly HouseAssembly Tests = new(typeof(HouseAssembly).Assembly);

    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private readonly Dictionary<TypeDefinitionHandle, HouseType> _types = [];

    private HouseAssembly(Assembly assembly)
    {
        Assembly = assembly;
        _file = new PEReader([.. File.ReadAllBytes(assembly.Location)]);
        _reader = _file.GetMetadataReader();
        foreach (var handle in _reader.TypeDefinitions) Read(handle);
    }

    public Assembly Assembly { get; }

    public IEnumerable<HouseType> Types => _types.Values;

    private void Read(TypeDefinitionHandle handle)
    {
        var home = HomeOf(handle);
        var type = _reader.GetTypeDefinition(handle);
        home.Mentions("", NamesOfParents(type).Concat(NamesOfAttributes(type.GetCustomAttributes())));
        foreach (var field in type.GetFields().Select(_reader.GetFieldDefinition))
        {
            home.Mentions("", field.DecodeSignature(TypeNames.Provider, null).Concat(NamesOfAttributes(field.GetCustomAttributes())));
        }

        foreach (var property in type.GetProperties().Select(_reader.GetPropertyDefinition))
        {
            home.Mentions("", NamesOfAttributes(property.GetCustomAttributes()));
        }

        foreach (var method in type.GetMethods()) Read(home, type, _reader.GetMethodDefinition(method));
    }

    private void Read(HouseType home, TypeDefinition type, MethodDefinition method)
    {
        var name = WrittenIn(_reader.GetString(type.Name)) ?? WrittenIn(_reader.GetString(method.Name)) ?? _reader.GetString(method.Name);
        var signature = method.DecodeSignature(TypeNames.Provider, null);
        home.Mentions("." + name, signature.ReturnType.Concat(signature.ParameterTypes.SelectMany(names => names)));
        home.Mentions("." + name, NamesOfAttributes(method.GetCustomAttributes()));
        if (method.RelativeVirtualAddress == 0) return;

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            ImmutableArray<IEnumerable<string>> locals = _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(TypeNames.Provider, null);
            home.Mentions("." + name, locals.SelectMany(names => names));
        }

        home.Has(new HouseMethod(name, [.. Instructions.In(body.GetILBytes()!).Select(StepOf)]));
    }

    private Step StepOf(Instruction instruction) => instruction.Code.OperandType switch
    {
        System.Reflection.Emit.OperandType.InlineString =>
            new Step(_reader.GetUserString((UserStringHandle)MetadataTokens.Handle(instruction.Operand)), []),
        System.Reflection.Emit.OperandType.InlineMethod or System.Reflection.Emit.OperandType.InlineField
            or System.Reflection.Emit.OperandType.InlineType or System.Reflection.Emit.OperandType.InlineTok =>
            new Step(null, [.. Tokens.Names(_reader, MetadataTokens.EntityHandle(instruction.Operand))]),
        _ => new Step(null, []),
    };

    private IEnumerable<string> NamesOfParents(TypeDefinition type)
    {
        var interfaces = type.GetInterfaceImplementations().Select(i => _reader.GetInterfaceImplementation(i).Interface);
        var constraints = type.GetGenericParameters()
            .SelectMany(p => _reader.GetGenericParameter(p).GetConstraints())
            .Select(c => _reader.GetGenericParameterConstraint(c).Type);
        var parents = type.BaseType.IsNil ? interfaces : interfaces.Prepend(type.BaseType);
        return parents.Concat(constraints).SelectMany(parent => Tokens.Names(_reader, parent));
    }

    private IEnumerable<string> NamesOfAttributes(CustomAttributeHandleCollection attributes) =>
        attributes.SelectMany(handle => Tokens.Names(_reader, _reader.GetCustomAttribute(handle).Constructor));

    private HouseType HomeOf(TypeDefinitionHandle handle)
    {
        while (_reader.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } outer) handle = outer;
        if (_types.TryGetValue(handle, out var known)) return known;
        return _types[handle] = new HouseType(_reader.GetString(_reader.GetTypeDefinition(handle).Namespace), TypeNames.Of(_reader, handle));
    }

    // The compiler writes the method's name into what it makes of it: <HandleAsync>d__3, <HandleAsync>b__0.
    private static string? WrittenIn(string name) =>
        name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? name[1..end] : null;
}
