using System.Reflection;
using Bimer.Tests.HouseRules.Reading;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.JSInterop;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>What a browser may bring into the program by name (F6, F7): words and files, and calls that say nothing.</summary>
public sealed class WhatComesIn
{
    private static readonly Type[] _harmless = [typeof(string), typeof(string[]), typeof(IFormFile), typeof(IFormFileCollection), typeof(IReadOnlyList<IFormFile>), typeof(List<string>), typeof(IReadOnlyList<string>)];

    private static IEnumerable<PropertyInfo> Bound => Properties(HouseAssembly.Blazor.Assembly.GetTypes()).Where(p => p.GetCustomAttribute<SupplyParameterFromFormAttribute>() is not null);

    /// <summary>Each page makes of them what it asks for; roles, units, states and ids of people are nowhere to be posted.</summary>
    [Fact]
    public void A_posted_form_binds_words_and_files_alone()
    {
        Bound.Should().HaveCountGreaterThan(5);
        var fields = Bound.SelectMany(form => _harmless.Contains(form.PropertyType) ? [form] : Properties([form.PropertyType]).Where(p => p.CanWrite));
        fields.Where(field => !_harmless.Contains(field.PropertyType)).Select(field => $"{field.DeclaringType!.Name}.{field.Name}: {field.PropertyType.Name}").Should().BeEmpty();
    }

    /// <summary>Whoever calls them with something says nothing: each only makes its page read again what it may show.</summary>
    [Fact]
    public void What_a_script_may_call_by_name_takes_nothing_and_answers_nothing()
    {
        var calls = HouseAssembly.Blazor.Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<JSInvokableAttribute>() is not null).ToList();

        calls.Should().NotBeEmpty();
        calls.Where(call => call.IsStatic || call.GetParameters().Length > 0 || call.ReturnType != typeof(Task)).Select(call => $"{call.DeclaringType!.Name}.{call.Name}").Should().BeEmpty();
    }

    private static IEnumerable<PropertyInfo> Properties(IEnumerable<Type> types) =>
        types.SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
}
