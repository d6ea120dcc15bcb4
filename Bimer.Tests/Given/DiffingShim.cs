using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Bimer.Tests.Given;

/// <summary>bUnit asks for AngleSharp.Diffing 1.0; the registry has 0.17, which serves it under any test runner once it is found (decision 0006).</summary>
internal static class DiffingShim
{
#pragma warning disable CA2255 // it must stand before the first component of any test is rendered
    [ModuleInitializer]
    internal static void Install() => AssemblyLoadContext.Default.Resolving += static (context, wanted) =>
        string.Equals(wanted.Name, "AngleSharp.Diffing", StringComparison.Ordinal)
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
            : null;
#pragma warning restore CA2255
}
