using System.Reflection;
using Bimer.Tests.HouseRules.Reading;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.JSInterop;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>What a browser may bring into the program by name (F6, F7): words and files, and calls of words and numbers.</summary>
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

    /// <summary>None says who acts, for which unit or what they may: each asks what its page may ask anyhow.</summary>
    [Fact]
    public void What_a_script_may_call_by_name_takes_words_and_numbers_alone()
    {
        var calls = HouseAssembly.Blazor.Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<JSInvokableAttribute>() is not null).ToList();

        calls.Should().NotBeEmpty();
        calls.Where(call => call.IsStatic || call.GetParameters().Any(said => said.ParameterType != typeof(string) && said.ParameterType != typeof(int) && said.ParameterType != typeof(long) && said.ParameterType != typeof(bool))).Select(call => $"{call.DeclaringType!.Name}.{call.Name}").Should().BeEmpty();
    }

    private static IEnumerable<PropertyInfo> Properties(IEnumerable<Type> types) =>
        types.SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
}
