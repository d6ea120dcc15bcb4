using System.Reflection;
using Bimer.Tests.HouseRules.Reading;

namespace Bimer.Tests.HouseRules;

/// <summary>The domain types a port's signatures mention, and what those are made of: all an adapter needs to speak.</summary>
internal static class PortLanguage
{
    private const string Ports = "Bimer.Domain.Ports";

    public static string[] Words { get; } = [.. Speak().Select(type => type.FullName!["Bimer.".Length..].Replace('+', '.'))];

    private static HashSet<Type> Speak()
    {
        var spoken = new HashSet<Type>();
        var open = new Queue<Type>(HouseAssembly.Domain.Assembly.GetTypes().Where(t => t.Namespace is { } space && Names.LiesIn(space, Ports)));
        while (open.TryDequeue(out var type))
        {
            foreach (var mentioned in Mentions(type).SelectMany(Parts).Where(t => t.Assembly == HouseAssembly.Domain.Assembly))
            {
                // A port that takes a whole case would open the domain to its adapter; the aggregate itself stays out.
                if (!typeof(Bimer.Domain.Kernel.Aggregate).IsAssignableFrom(mentioned) && spoken.Add(mentioned)) open.Enqueue(mentioned);
            }
        }

        return spoken;
    }

    private static IEnumerable<Type> Mentions(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .SelectMany(method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType));

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericParameter ? []   // the T of Outcome<T> is nobody's type
        : type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];
}
