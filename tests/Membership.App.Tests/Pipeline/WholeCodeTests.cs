using System.Reflection;
using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;

namespace Membership.App.Tests.Pipeline;

/// <summary>Rules on all of the code, so that nobody has to remember them.</summary>
public class WholeCodeTests
{
    private static readonly Type[] AppTypes = typeof(MembershipDb).Assembly.GetTypes();

    private static IEnumerable<Type> Requests => AppTypes.Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRequest<>)));

    [Fact]
    public void Requests_AllDeclareAPermission()
    {
        var without = Requests.Where(type => type.GetCustomAttribute<RequiresAttribute>() is null).Select(type => type.Name);

        Assert.NotEmpty(Requests);
        Assert.Empty(without);
    }

    [Fact]
    public void Requests_AllSayWhatTheyConcern()
    {
        var places = new[] { typeof(IConcernsPlace), typeof(IConcernsImport), typeof(IConcernsPerson) };

        var silent = Requests.Where(type => places.Count(one => one.IsAssignableFrom(type)) + type.GetCustomAttributes<ConcernsNothingAttribute>().Count() != 1).Select(type => type.Name);

        Assert.Empty(silent);
    }

    [Fact]
    public void Handlers_AreInternalAndSealed()
    {
        var handlers = AppTypes.Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))).ToList();

        Assert.Equal(Requests.Count(), handlers.Count);
        Assert.Empty(handlers.Where(type => type.IsPublic || !type.IsSealed).Select(type => type.Name));
    }

    public static TheoryData<Type> Refusals => [.. AppTypes.Concat(typeof(Refusal).Assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refusals_AllHaveASentenceThatSaysWhatToDo(Type type)
    {
        var sentence = RefusalText.Of(Instance(type));

        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.True(sentence.Length > 20, sentence);
        // Pages show it too.
        Assert.DoesNotContain("dòng lệnh", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Domain_ReferencesNothingButTheFramework()
    {
        var references = typeof(Refusal).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.All(references, name => Assert.StartsWith("System", name, StringComparison.Ordinal));
    }

    private static Refusal Instance(Type type)
    {
        var constructor = type.GetConstructors().Single(one => one.GetParameters() is not [{ } only] || only.ParameterType != type);
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType))]);
    }

    private static object? Value(Type type) =>
        type == typeof(string) ? "x"
        : type.IsValueType ? Activator.CreateInstance(type)
        : !type.IsGenericType ? null
        : Array.CreateInstance(type.GetGenericArguments()[0], 0);
}
