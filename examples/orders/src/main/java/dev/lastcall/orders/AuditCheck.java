package dev.lastcall.orders;

