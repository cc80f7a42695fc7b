// Takes a theory of this assembly, gives what a runner of xunit lists and says of it.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace KpiRules.Xunit.Tests.Support;

internal sealed class TheoryRun
{
    private readonly XunitTestFramework _framework = new(new Told<ITestAssemblyFinished>());

    /// <summary>The rows of a theory, each a test of its own.</summary>
    public IReadOnlyList<ITestCase> List(string theory)
    {
        using var discoverer = _framework.GetDiscoverer(new ReflectionAssemblyInfo(Assembly.GetExecutingAssembly()));
        using var told = new Told<IDiscoveryCompleteMessage>();
        discoverer.Find(typeof(Theories).FullName, false, told, new Unset());
        return told.All.OfType<ITestCaseDiscoveryMessage>().Select(found => found.TestCase)
            .Where(test => test.TestMethod.Method.Name == theory).ToList();
    }

    /// <summary>What came of tests, by the names they are shown by, with what is said of those that failed.</summary>
    /// <param name="tests">Written down and read again, as between a runner's list and its run.</param>
    public IReadOnlyList<string> Run(IEnumerable<ITestCase> tests)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var discoverer = _framework.GetDiscoverer(new ReflectionAssemblyInfo(assembly));
        using var executor = _framework.GetExecutor(assembly.GetName());
        using var told = new Told<ITestAssemblyFinished>();
        executor.RunTests(
            tests.Select(test => executor.Deserialize(discoverer.Serialize(test))).ToList(), told, new Unset());
        return told.All.Select(Said).OfType<string>().ToList();
    }

    private static string? Said(IMessageSinkMessage message) => message switch
    {
        ITestPassed passed => $"passed {Short(passed.Test)}",
        ITestFailed failed => $"failed {Short(failed.Test)}\n{ExceptionUtility.CombineMessages(failed)}",
        // others: what is told of classes, methods and times
        _ => null,
    };

    /// <summary>Without the class, of which there is one.</summary>
    private static string Short(ITest test) => test.DisplayName.Replace(typeof(Theories).FullName + ".", "", StringComparison.Ordinal);

    /// <summary>Keeps what xunit tells, and hears when it is through.</summary>
    private sealed class Told<TLast> : LongLivedMarshalByRefObject, IMessageSink, IDisposable
    {
        private readonly ConcurrentQueue<IMessageSinkMessage> _messages = new();
        private readonly ManualResetEvent _finished = new(false);

        /// <summary>Everything, once the last has come.</summary>
        public IReadOnlyCollection<IMessageSinkMessage> All
        {
            get
            {
                Assert.True(_finished.WaitOne(TimeSpan.FromMinutes(2)), "xunit is not through");
                return _messages;
            }
        }

        public bool OnMessage(IMessageSinkMessage message)
        {
            _messages.Enqueue(message);
            if (message is TLast)
                _finished.Set();
            return true;
        }

        public void Dispose() => _finished.Dispose();
    }

    /// <summary>Every option as xunit has it unless told.</summary>
    private sealed class Unset : LongLivedMarshalByRefObject, ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value) => throw new NotSupportedException();
    }
}
