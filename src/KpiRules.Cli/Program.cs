// The entry of the tool.
using System;
using System.Text;
using KpiRules.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return Tool.Run(args, Console.Out, Console.Error, input: Console.OpenStandardInput);
