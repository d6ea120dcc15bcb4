using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Bimer.Domain.Kernel;
using Bimer.Tests.HouseRules.Reading;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>The domain explains itself: what a type means, what a verb does, and every "no" stands where all are found.</summary>
public sealed class WordsOfTheLaw
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> _explained = Explained();

    [Fact]
    public void A_public_type_of_the_domain_says_what_it_means() =>
        PublicTypes().Where(type => !_explained.Contains("T:" + NameOf(type))).Select(type => type.FullName).Should().BeEmpty();

    [Fact]
    public void A_public_method_of_the_domain_says_what_it_does() =>
        PublicTypes().SelectMany(type => type.GetMethods(Own)).Where(NeedsWords)
            .Where(method => !_explained.Contains($"M:{NameOf(method.DeclaringType!)}.{method.Name}"))
            .Select(method => $"{method.DeclaringType!.FullName}.{method.Name}").Distinct(StringComparer.Ordinal).Should().BeEmpty();

    [Fact]
    public void Every_refusal_stands_among_the_others_where_the_test_of_their_sentences_finds_it() =>
        HouseAssembly.Domain.Assembly.GetTypes().Concat(HouseAssembly.Blazor.Assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Refusal)) && type.DeclaringType != typeof(Refusal))
            .Select(type => type.FullName).Should().BeEmpty();

    private static IEnumerable<Type> PublicTypes() =>
        HouseAssembly.Domain.Assembly.GetExportedTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)));

    // What the compiler writes, what an interface or a base already explained, and operators say it by their names.
    private static bool NeedsWords(MethodInfo method) =>
        !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.GetBaseDefinition() == method
        && method.Name is not ("ToString" or "CompareTo" or "Deconstruct" or "Equals")
        && !typeof(Delegate).IsAssignableFrom(method.DeclaringType);

    private static HashSet<string> Explained()
    {
        var document = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Bimer.Domain.xml"));
        var members = document.Descendants("member").Where(member => member.Elements().Any(part => part.Value.Length > 0 || part.HasAttributes));
        return [.. members.Select(member => ((string)member.Attribute("name")!).Split('(')[0].Split("``")[0])];
    }

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');
}
