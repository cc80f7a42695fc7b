// Goes on with what is awaited on a thread of its own: long work holds none of the pool's, which are there for everybody's requests.
using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace KpiRules.AspNetCore.Memory;

/// <param name="isNeeded">Whether the work is long; short work stays where it is.</param>
internal readonly struct OwnThread(bool isNeeded) : INotifyCompletion
{
    public bool IsCompleted => !isNeeded;

    public OwnThread GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => new Thread(() => continuation()) { IsBackground = true, Name = "KpiRules" }.Start();
}
