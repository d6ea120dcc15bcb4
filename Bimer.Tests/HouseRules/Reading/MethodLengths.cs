using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Bimer.Tests.HouseRules.Reading;

/// <summary>How many lines each method body spans, braces included, as the debug symbols tell it.</summary>
internal static class MethodLengths
{
    public static IEnumerable<(string File, string Method, int Lines)> Of(HouseAssembly assembly)
    {
        var path = assembly.Assembly.Location;
        using var file = new PEReader(File.OpenRead(path));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(path, ".pdb")));
        var types = file.GetMetadataReader();
        var debug = symbols.GetMetadataReader();
        return [.. debug.MethodDebugInformation.Select(handle => Measure(types, debug, handle)).OfType<(string, string, int)>()];
    }

    private static (string File, string Method, int Lines)? Measure(MetadataReader types, MetadataReader debug, MethodDebugInformationHandle handle)
    {
        var information = debug.GetMethodDebugInformation(handle);
        var method = types.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(MetadataTokens.GetRowNumber(handle)));
        var name = $"{TypeNames.Of(types, method.GetDeclaringType())}.{types.GetString(method.Name)}";
        if (information.Document.IsNil || name.EndsWith(".<Main>$", StringComparison.Ordinal)) return null;   // Program.cs has a limit of its own
        var points = information.GetSequencePoints().Where(p => !p.IsHidden);
        if (name.EndsWith(".ctor", StringComparison.Ordinal) || name.EndsWith(".cctor", StringComparison.Ordinal)) points = BodyOf(points);
        var lines = points.ToList();
        if (lines.Count == 0) return null;
        var source = debug.GetString(debug.GetDocument(information.Document).Name);
        return (source, name, lines.Max(p => p.EndLine) - lines.Min(p => p.StartLine) + 1);
    }

    // A constructor's points begin with the field initialisers, wherever in the class they stand; its body begins with the brace.
    private static IEnumerable<SequencePoint> BodyOf(IEnumerable<SequencePoint> points) =>
        points.SkipWhile(p => p.StartLine != p.EndLine || p.EndColumn - p.StartColumn != 1);
}
